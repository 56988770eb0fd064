package cn.minyi5.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics a service writes to: made where they are missing, and asked where they end.
 *
 * @param owned those it makes promises about
 * @param deadLetters one for each of its consumer groups
 * @param witness where it says what its log of changes is
 */
record Topics(
        Map<String, Object> kafka,
        Namespace namespace,
        Collection<String> owned,
        Collection<String> deadLetters,
        String witness,
        short replication) {

    /** Twelve split evenly over 1, 2, 3, 4, 6 or 12 copies. */
    private static final int PARTITIONS = 12;

    /** Long enough to recount a year, and a month to notice. */
    static final Duration RETENTION = Duration.ofDays(400);

    /** As the log itself, of which it is the witness. */
    private static final Map<String, String> FOR_EVER = Map.of("cleanup.policy", "delete", "retention.ms", "-1");

    /** A watermark is of use until the next one; what is kept longer only fills the disk. */
    private static final Duration WATERMARK_RETENTION = Duration.ofMinutes(10);

    void ensure() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka)) {
            for (var names : List.of(owned, deadLetters)) {
                for (var name : names) {
                    create(admin, topic(name, PARTITIONS).configs(kept(RETENTION)));
                }
            }
            create(admin, topic(witness, 1).configs(FOR_EVER));
            var shortLived = new HashMap<>(kept(WATERMARK_RETENTION));
            shortLived.put("segment.ms", String.valueOf(WATERMARK_RETENTION.toMillis()));
            create(admin, topic(Watermark.TOPIC, 1).configs(shortLived));
        }
    }

    private NewTopic topic(String name, int partitions) {
        return new NewTopic(namespace.outside(name), partitions, replication);
    }

    private static Map<String, String> kept(Duration retention) {
        return Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(retention.toMillis()));
    }

    private static void create(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Where each partition of each owned topic ends; 0 for one that holds nothing, also if it once did. */
    Map<String, long[]> ends() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka)) {
            var ends = new HashMap<String, long[]>();
            var names = owned.stream().map(namespace::outside).toList();
            for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
                var partitions = topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                        .toList();
                var first = offsets(admin, partitions, OffsetSpec.earliest());
                var last = offsets(admin, partitions, OffsetSpec.latest());
                ends.put(
                        namespace.inside(topic.name()),
                        partitions.stream()
                                .mapToLong(it -> last.get(it).equals(first.get(it)) ? 0 : last.get(it))
                                .toArray());
            }
            return ends;
        }
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        var wanted = partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        var found = admin.listOffsets(wanted).all().get();
        return partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> found.get(partition)
                .offset()));
    }
}
