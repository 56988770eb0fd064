package cn.minyi5.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBackendTest {
    private static final String TOPIC = "intake.requests";

    private static final KafkaLogins LOGINS = new KafkaLogins(
            Map.of(KafkaLogins.ADMIN, "pw-1", "intake", "pw-2", "routing", "pw-3", "escalation", "pw-4"),
            Map.of("routing", Set.of(TOPIC)));

    @TempDir
    Path dir;

    KafkaBackend kafka;

    @BeforeEach
    void start() {
        kafka = new KafkaBackend(dir, FreePorts.next(), FreePorts.next(), Durability.SAFE, LOGINS);
        kafka.start();
    }

    @AfterEach
    void stop() {
        kafka.stop();
    }

    @Test
    @DisplayName("an acknowledged record is there after kill -9 and a restart on the same port")
    void anAcknowledgedRecordIsThereAfterKill9() throws Exception {
        // Given
        createTopic();
        send("路灯不亮");
        // When
        kafka.kill9();
        kafka.start();
        // Then
        assertThat(read()).containsExactly("路灯不亮");
        assertThat(kafka.process().log()).content().doesNotContain("SLF4J").doesNotContain("INFO");
    }

    @Test
    @DisplayName("a topic is written by whom it belongs to, read by whom it is granted, and closed to everybody else")
    void aTopicIsWrittenByWhomItBelongsTo() throws Exception {
        // Given
        createTopic();
        send("路灯不亮");
        // Then
        assertThat(read("routing")).containsExactly("路灯不亮");
        assertThatThrownBy(() -> send("routing", "伪造")).hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> read("escalation")).isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> create("routing", "intake.forged"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> create(Map.of("bootstrap.servers", kafka.bootstrapServers()), "intake.forged"))
                .as("without a login")
                .isInstanceOf(Exception.class);
        assertThat(kafka.process().log()).content().doesNotContain("pw-");
        assertThat(Files.getPosixFilePermissions(kafka.process().log()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(dir.resolve("data")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private void createTopic() throws Exception {
        create("intake", TOPIC);
    }

    private void create(String login, String topic) throws Exception {
        create(kafka.client(login), topic);
    }

    private static void create(Map<String, Object> client, String topic) throws Exception {
        var settings = new HashMap<>(client);
        settings.put("request.timeout.ms", 5_000);
        settings.put("default.api.timeout.ms", 5_000);
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void send(String text) throws Exception {
        send("intake", text);
    }

    private void send(String login, String text) throws Exception {
        var settings = new HashMap<>(kafka.client(login));
        settings.put("acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", text)).get();
        }
    }

    private List<String> read() {
        return read("intake");
    }

    private List<String> read(String login) {
        var texts = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(kafka.client(login), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            consumer.seekToBeginning(consumer.assignment());
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> texts.add(record.value()));
                return !texts.isEmpty();
            });
        }
        return texts;
    }
}
