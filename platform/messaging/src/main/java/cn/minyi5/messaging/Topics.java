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

/** Makes the topics a service writes to, where they are missing, and says where they end. */
final class Topics {

    /** Twelve split evenly over 1, 2, 3, 4, 6 or 12 copies. */
    static final int PARTITIONS = 12;

    /** Long enough to recount a year, and a month to notice. */
    static final Duration RETENTION = Duration.ofDays(400);

    /** A watermark is of use until the next one; what is kept longer only fills the disk. */
    private static final Duration WATERMARK_RETENTION = Duration.ofMinutes(10);

    private Topics() {}

    static void ensure(Map<String, Object> kafka, Collection<String> names, String watermarks, short replication)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka)) {
            for (var name : names) {
                create(admin, new NewTopic(name, PARTITIONS, replication).configs(kept(RETENTION)));
            }
            var shortLived = new HashMap<>(kept(WATERMARK_RETENTION));
            shortLived.put("segment.ms", String.valueOf(WATERMARK_RETENTION.toMillis()));
            create(admin, new NewTopic(watermarks, 1, replication).configs(shortLived));
        }
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

    /** Where each partition ends; 0 for one that holds nothing, also if it once did. */
    static Map<String, long[]> ends(Map<String, Object> kafka, Collection<String> topics, Namespace namespace)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka)) {
            var ends = new HashMap<String, long[]>();
            var names = topics.stream().map(namespace::outside).toList();
            for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
                var partitions = topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                        .toList();
                var first = offsets(admin, partitions, OffsetSpec.earliest());
                var last = offsets(admin, partitions, OffsetSpec.latest());
                ends.put(
                        namespace.inside(topic.name()),
                        partitions.stream()
                                .mapToLong(partition ->
                                        last.get(partition).equals(first.get(partition)) ? 0 : last.get(partition))
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
