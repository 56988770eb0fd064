package cn.minyi5.messaging;

import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Handles what the channels of a service hear: marks, effects and announcements of a batch in one transaction. The first
 * failure sends each record through a transaction of its own, partitions side by side and each in its order, so that a
 * bad one takes nobody with it. What a failure means is decided in {@link Failure}, and what was set aside is tried again
 * by {@link Redelivery}. The Uni of a batch never fails: its
 * completion is the acknowledgement, and it comes after the commit.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** A transaction that takes longer is taken for lost and tried again; its marks keep the effects single. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** So often again is a failure of unknown kind tried before the event is set aside. */
    private static final int DOUBTFUL_RETRIES = 4;

    /** Says of each that is heard for the first time whether an earlier one of its key is unsettled. */
    private static final String MARK =
            """
            with heard as (select * from unnest($2::uuid[], $3::text[], $4::bigint[]) as heard (event_id, key, sequence)),
            fresh as (
                insert into inbox (consumer_group, event_id) select $1, event_id from heard
                on conflict do nothing returning event_id)
            select event_id, exists (
                select from unsettled_event earlier
                where earlier.consumer_group = $1 and earlier.key = heard.key and earlier.sequence < heard.sequence) as behind
            from fresh join heard using (event_id)""";

    private final Transactions transactions;
    private final Sql sql;
    private final SetAside setAside;
    private final Positions positions;
    private final Namespace namespace;
    private final Map<String, Reactions> byGroup = new ConcurrentHashMap<>();

    Inbox(Transactions transactions, Sql sql, SetAside setAside, Positions positions, MessagingConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.setAside = setAside;
        this.positions = positions;
        this.namespace = new Namespace(config.prefix().orElse(""));
    }

    /**
     * Makes the consumers, which otherwise are made when they hear their first event: who follows watermarks, and who
     * takes a dead letter again, must be known before.
     */
    void begin(@Observes StartupEvent event, BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> isConsumer(bean.getBeanClass()))
                .map(bean -> beans.getReference(bean, Object.class, beans.createCreationalContext(bean)))
                .forEach(ClientProxy::unwrap);
    }

    private static boolean isConsumer(Class<?> type) {
        return type.getName().startsWith("cn.minyi5.")
                && Stream.of(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(Incoming.class));
    }

    /** The reactions of one consumer group, to be filled by the consumer that makes them. */
    public Reactions group(String name) {
        var reactions = new Reactions(name, this);
        if (byGroup.putIfAbsent(name, reactions) != null) {
            throw new IllegalStateException("two consumers in the group " + name);
        }
        return reactions;
    }

    Collection<Reactions> all() {
        return byGroup.values();
    }

    Set<String> groups() {
        return byGroup.keySet();
    }

    /** @throws IllegalStateException if nothing listens any more as that group */
    Reactions reactionsOf(String group) {
        var reactions = byGroup.get(group);
        if (reactions == null) {
            throw new IllegalStateException("nothing listens as " + group);
        }
        return reactions;
    }

    /** Groups that keep account of what they know and hear the topic. */
    List<String> followersOf(String topic) {
        return byGroup.values().stream()
                .filter(reactions ->
                        reactions.followWatermarks() && reactions.topics().contains(topic))
                .map(Reactions::group)
                .toList();
    }

    Uni<Void> hear(Reactions reactions, ConsumerRecords<String, byte[]> batch) {
        var records = Multi.createFrom().iterable(batch).collect().asList();
        return records.flatMap(all -> all.isEmpty() ? Uni.createFrom().voidItem() : handle(reactions, all));
    }

    private Uni<Void> handle(Reactions reactions, List<ConsumerRecord<String, byte[]>> records) {
        reactions.beganAt(System.nanoTime());
        var together = together(reactions, records);
        return (records.size() == 1
                        ? alone(reactions, records.get(0))
                        : together.onFailure().recoverWithUni(failure -> {
                            LOG.debugf("%s: %d go one by one after: %s", reactions.group(), records.size(), failure);
                            return apart(reactions, records);
                        }))
                .invoke(reactions::ended);
    }

    private Uni<Void> apart(Reactions reactions, List<ConsumerRecord<String, byte[]>> records) {
        var partitions = records.stream()
                .collect(Collectors.groupingBy(record -> record.topic() + "-" + record.partition()))
                .values();
        return Multi.createFrom()
                .iterable(partitions)
                .onItem()
                .transformToUni(partition -> InTurn.each(partition, record -> alone(reactions, record)))
                .merge(partitions.size())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> alone(Reactions reactions, ConsumerRecord<String, byte[]> record) {
        return together(reactions, List.of(record))
                .onFailure(failure -> Failure.of(failure) == Failure.DOUBTFUL)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(DOUBTFUL_RETRIES)
                .onFailure(failure -> Failure.of(failure) != Failure.PASSING)
                .recoverWithUni(failure -> setAside(reactions, record, failure))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "%s: %s-%d@%d not handled yet: %s",
                        reactions.group(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        Failure.reason(failure)))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private Uni<Void> together(Reactions reactions, List<ConsumerRecord<String, byte[]>> records) {
        return Uni.createFrom().deferred(() -> {
            var concern = new ArrayList<Envelope>();
            for (var record : records) {
                try {
                    var envelope = Envelope.read(record, namespace);
                    if (reactions.concern(envelope.type())) {
                        concern.add(envelope);
                    }
                } catch (Envelope.Unreadable unreadable) {
                    return Uni.createFrom().failure(unreadable);
                }
            }
            if (concern.isEmpty() && !reactions.followWatermarks()) {
                return Uni.createFrom().voidItem();
            }
            return transactions
                    .run(now -> markAndReact(reactions, concern, now).chain(() -> noteHandled(reactions, records)))
                    .ifNoItem()
                    .after(LONGEST)
                    .fail();
        });
    }

    private Uni<Void> setAside(Reactions reactions, ConsumerRecord<String, byte[]> record, Throwable failure) {
        return transactions
                .run(now -> {
                    transactions.logged().bySystem("set-aside/" + reactions.group(), null);
                    return setAside.keep(reactions.group(), record, failure, now)
                            .chain(() -> noteHandled(reactions, List.of(record)));
                })
                .invoke(() -> LOG.logf(
                        Failure.of(failure) == Failure.EARLY ? Logger.Level.INFO : Logger.Level.ERROR,
                        "%s: %s-%d@%d set aside: %s",
                        reactions.group(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        Failure.reason(failure)));
    }

    private Uni<Void> noteHandled(Reactions reactions, List<ConsumerRecord<String, byte[]>> records) {
        return reactions.followWatermarks()
                ? positions.handled(reactions.group(), records, namespace)
                : Uni.createFrom().voidItem();
    }

    /** @throws NotYet if an event is not the first of its key that is to be handled */
    Uni<Void> markAndReact(Reactions reactions, List<Envelope> events, Instant now) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return mark(reactions.group(), events).flatMap(fresh -> {
            var spans = new ArrayList<Span>();
            var unheard =
                    events.stream().filter(event -> fresh.remove(event.id())).toList();
            if (!unheard.isEmpty()) {
                logHeard(reactions, unheard);
            }
            return reactions.react(unheard, now, spans).onTermination().invoke(() -> spans.forEach(Span::end));
        });
    }

    /** One line for all that was heard together: what came of each is told by what is announced, and kept where it is. */
    private void logHeard(Reactions reactions, List<Envelope> unheard) {
        var change = transactions.logged();
        change.bySystem(
                "hear/" + reactions.group(),
                unheard.size() == 1 ? unheard.get(0).id().toString() : null);
        change.content(unheard.stream()
                .map(event -> event.id().toString())
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** @return those of the events that the group has not handled before */
    private Uni<Set<UUID>> mark(String group, List<Envelope> events) {
        return sql.rows(
                        MARK,
                        group,
                        events.stream().map(Envelope::id).toList(),
                        events.stream().map(Envelope::key).toArray(String[]::new),
                        events.stream()
                                .map(event -> event.extensions().sequence())
                                .toArray(Long[]::new))
                .map(rows -> {
                    var fresh = new HashSet<UUID>();
                    for (var row : rows) {
                        if (row.getBoolean("behind")) {
                            throw NotYet.behindAnother();
                        }
                        fresh.add(row.getUUID("event_id"));
                    }
                    return fresh;
                });
    }
}
