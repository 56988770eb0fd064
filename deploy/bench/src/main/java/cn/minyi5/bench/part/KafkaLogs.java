package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** What Kafka keeps on disk. */
final class KafkaLogs {
    private KafkaLogs() {}

    /** Bytes in the segments of each topic, without indexes, which are set aside as a whole. */
    static Map<String, Long> bytes(Build build) {
        var bytes = new TreeMap<String, Long>();
        try (var files = Files.walk(build.home().resolve("kafka"))) {
            files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> topic(file).length() < partition(file).length())
                    .forEach(file -> bytes.merge(topic(file), file.toFile().length(), Long::sum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    /** How long a topic's records are kept; none for those that are kept for ever. */
    static Map<String, Duration> retention(Build build) {
        try (var admin = Admin.create(build.kafka())) {
            var topics = admin.listTopics().names().get().stream()
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            var retention = new TreeMap<String, Duration>();
            admin.describeConfigs(topics).all().get().forEach((topic, config) -> {
                var millis = Long.parseLong(
                        config.get(TopicConfig.RETENTION_MS_CONFIG).value());
                if (millis >= 0) {
                    retention.put(topic.name(), Duration.ofMillis(millis));
                }
            });
            return retention;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how long topics are kept", e);
        }
    }

    /** Such as {@code routing.work-orders-7}. */
    private static String partition(Path segment) {
        return segment.getParent().getFileName().toString();
    }

    private static String topic(Path segment) {
        return partition(segment).replaceFirst("-\\d+$", "");
    }
}
