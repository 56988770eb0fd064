package cn.minyi5.messaging;

import cn.minyi5.contracts.Event;
import cn.minyi5.contracts.EventCatalogue;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Which events a consumer group reacts to, and how. Events of any other type pass by. */
public final class Reactions {

    private static final Logger LOG = Logger.getLogger(Reactions.class);

    private final String group;
    private final Inbox inbox;
    private final Map<String, Entry<?>> byType = new LinkedHashMap<>();
    private final Set<String> topics = new HashSet<>();
    private @Nullable Function<Set<String>, Uni<Void>> hint;
    private boolean followWatermarks;
    private volatile long beganAt;

    private record Entry<E extends Event>(Class<E> type, Reaction<E> reaction) {

        Uni<Void> to(List<Envelope> envelopes, Instant now, List<Span> spans) throws Envelope.Unreadable {
            var received = new ArrayList<Received<E>>();
            for (var envelope : envelopes) {
                var span = Traces.consuming(envelope.type(), envelope.traceparent());
                spans.add(span);
                received.add(new Received<>(
                        envelope.id(),
                        read(envelope),
                        envelope.happenedAt(),
                        envelope.topic(),
                        envelope.partition(),
                        Traces.of(span),
                        envelope.extensions().sequence()));
            }
            return reaction.to(received, now);
        }

        private E read(Envelope envelope) throws Envelope.Unreadable {
            try {
                return EventCatalogue.read(envelope.data(), type);
            } catch (IOException e) {
                throw new Envelope.Unreadable("the payload is not a " + envelope.type() + ": " + e.getMessage());
            }
        }
    }

    Reactions(String group, Inbox inbox) {
        this.group = group;
        this.inbox = inbox;
    }

    public <E extends Event> Reactions to(Class<E> type, Reaction<E> reaction) {
        byType.put(EventCatalogue.typeOf(type), new Entry<>(type, reaction));
        topics.add(EventCatalogue.topicOf(type));
        return this;
    }

    /** The group keeps account of up to which moment it knows everything: {@link Positions}. */
    public Reactions followingWatermarks() {
        followWatermarks = true;
        return this;
    }

    /**
     * Hears in passing whose keys something has happened to, whatever it was. Nothing is marked, nothing kept and nothing
     * tried again: for whoever only tells others that they may ask again, as long as they listen.
     */
    public Reactions inPassing(Function<Set<String>, Uni<Void>> hint) {
        this.hint = hint;
        return this;
    }

    /** Handles what a channel has polled; completes after the commit and never fails. */
    public Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return hint == null ? inbox.hear(this, batch) : hearInPassing(hint, batch);
    }

    private Uni<Void> hearInPassing(Function<Set<String>, Uni<Void>> listener, ConsumerRecords<String, byte[]> batch) {
        var keys = StreamSupport.stream(batch.spliterator(), false)
                .map(ConsumerRecord::key)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Uni.createFrom()
                .deferred(() -> listener.apply(keys))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("%s: %d changes were not told: %s", group, keys.size(), Failure.reason(failure)))
                .onFailure()
                .recoverWithNull();
    }

    String group() {
        return group;
    }

    boolean followWatermarks() {
        return followWatermarks;
    }

    Set<String> topics() {
        return topics;
    }

    Set<String> types() {
        return byType.keySet();
    }

    boolean concern(String type) {
        return byType.containsKey(type);
    }

    void beganAt(long nanoTime) {
        beganAt = nanoTime;
    }

    void ended() {
        beganAt = 0;
    }

    /** How long the batch in hand has been in hand; zero without one. */
    Duration inHandFor() {
        var began = beganAt;
        return began == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - began);
    }

    /** In waves, each with at most one event of a key, so that a key's events keep their order whatever their types. */
    Uni<Void> react(List<Envelope> events, Instant now, List<Span> spans) {
        return InTurn.each(
                waves(events),
                wave -> InTurn.each(
                        wave.entrySet(), ofType -> reactTo(ofType.getKey(), ofType.getValue(), now, spans)));
    }

    private Uni<Void> reactTo(String type, List<Envelope> events, Instant now, List<Span> spans) {
        var entry = byType.get(type);
        if (entry == null) {
            return Uni.createFrom().failure(new Envelope.Unreadable("no reaction to " + type));
        }
        try {
            return entry.to(events, now, spans);
        } catch (Envelope.Unreadable unreadable) {
            return Uni.createFrom().failure(unreadable);
        }
    }

    private static List<Map<String, List<Envelope>>> waves(List<Envelope> events) {
        var waves = new ArrayList<Map<String, List<Envelope>>>();
        var heard = new HashMap<String, Integer>();
        for (var event : events) {
            var wave = heard.merge(String.valueOf(event.key()), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new LinkedHashMap<>());
            }
            waves.get(wave)
                    .computeIfAbsent(event.type(), type -> new ArrayList<>())
                    .add(event);
        }
        return waves;
    }
}
