package cn.minyi5.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics a service writes to, where they are missing. */
final class Topics {

    /** Twelve split evenly over 1, 2, 3, 4, 6 or 12 copies. */
    private static final int PARTITIONS = 12;

    /** Long enough to recount a year, and a month to notice. */
    private static final String RETENTION_MS = String.valueOf(400L * 24 * 3600 * 1000);

    private Topics() {}

    static void ensure(Map<String, Object> kafka, Collection<String> names, short replication)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka)) {
            for (var name : names) {
                var topic = new NewTopic(name, PARTITIONS, replication)
                        .configs(Map.of("cleanup.policy", "delete", "retention.ms", RETENTION_MS));
                try {
                    admin.createTopics(List.of(topic)).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }
}
