package cn.minyi5.messaging;

import cn.minyi5.contracts.Event;
import cn.minyi5.contracts.EventCatalogue;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which events a consumer reacts to, and how. Events of any other type pass by. */
public final class Reactions {

    private final Map<String, Entry<?>> byType = new LinkedHashMap<>();
    private final Set<String> topics = new TreeSet<>();

    private record Entry<E extends Event>(Class<E> type, Reaction<E> reaction) {
        Uni<Void> to(Envelope envelope, Transaction tx) throws Envelope.Unreadable {
            return reaction.to(
                    new Received<>(
                            envelope.id(),
                            read(envelope),
                            envelope.happenedAt(),
                            envelope.topic(),
                            envelope.partition()),
                    tx);
        }

        private E read(Envelope envelope) throws Envelope.Unreadable {
            try {
                return EventCatalogue.read(envelope.data(), type);
            } catch (IOException e) {
                throw new Envelope.Unreadable("the payload is not a " + envelope.type() + ": " + e.getMessage());
            }
        }
    }

    public static <E extends Event> Reactions on(Class<E> type, Reaction<E> reaction) {
        return new Reactions().and(type, reaction);
    }

    public <E extends Event> Reactions and(Class<E> type, Reaction<E> reaction) {
        byType.put(EventCatalogue.typeOf(type), new Entry<>(type, reaction));
        topics.add(EventCatalogue.topicOf(type));
        return this;
    }

    Set<String> topics() {
        return topics;
    }

    boolean concern(String type) {
        return byType.containsKey(type);
    }

    /** @throws Envelope.Unreadable if the payload is not the event it says it is */
    Uni<Void> react(Envelope envelope, Transaction tx) throws Envelope.Unreadable {
        var entry = byType.get(envelope.type());
        if (entry == null) {
            throw new Envelope.Unreadable("no reaction to " + envelope.type());
        }
        return entry.to(envelope, tx);
    }
}
