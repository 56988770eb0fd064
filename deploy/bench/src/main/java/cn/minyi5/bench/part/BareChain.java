package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.build.Database;
import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.bench.load.Threads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.UUIDDeserializer;
import org.apache.kafka.common.serialization.UUIDSerializer;

/**
 * What the way from one service to the next costs at least: a commit of 1 KB, a record to Kafka and back, another commit
 * of 1 KB, at the moments of a schedule. No HTTP, no token, no outbox, no rules.
 */
final class BareChain {
    private static final String NAME = "bare_chain";
    private static final int PARTITIONS = 12;
    private static final int WRITERS = 16;
    private static final byte[] CONTENT = new byte[1_000];
    private static final Duration POLL = Duration.ofMillis(50);

    private final Database database;
    private final Map<String, Object> kafka;
    private final LinkedBlockingQueue<UUID> arrived = new LinkedBlockingQueue<>();

    /** Makes its database and its topic. */
    BareChain(Build build) {
        this.database = build.database(NAME);
        this.kafka = build.kafka();
        if (build.database("postgres")
                .query("select from pg_database where datname = ?", row -> row, NAME)
                .isEmpty()) {
            build.database("postgres").execute("create database " + NAME);
            database.execute("create table first_commit (id uuid primary key, content bytea not null)");
            database.execute("create table second_commit (id uuid primary key, content bytea not null)");
            makeTopic();
        }
    }

    /** When they were due, and committed the second time. */
    Arrivals run(int perSecond, Duration duration) {
        try (var consumer = new KafkaConsumer<>(kafka, new UUIDDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(kafka, new UUIDSerializer(), new ByteArraySerializer())) {
            listenFromNow(consumer);
            var arrivals = new Arrivals(perSecond, duration.toSeconds());
            var atWork = new AtomicInteger(WRITERS);
            Threads.run(
                    2 * WRITERS + 1,
                    number -> number == 0
                            ? reader(consumer, arrivals)
                            : number <= WRITERS ? writer(producer, arrivals, atWork) : committer(arrivals));
            return arrivals;
        }
    }

    private Callable<Void> writer(KafkaProducer<UUID, byte[]> producer, Arrivals arrivals, AtomicInteger atWork) {
        return () -> {
            try (var connection = database.connect()) {
                for (int number = arrivals.take(); number >= 0; number = arrivals.take()) {
                    insert(connection, "insert into first_commit values (?, ?)", arrivals.requestId(number));
                    producer.send(new ProducerRecord<>(NAME, arrivals.requestId(number), CONTENT));
                    arrivals.answered(number);
                }
            } finally {
                if (atWork.decrementAndGet() == 0) {
                    arrivals.ended();
                }
            }
            return null;
        };
    }

    private Callable<Void> reader(KafkaConsumer<UUID, byte[]> consumer, Arrivals arrivals) {
        return () -> {
            while (!arrivals.isOver()) {
                consumer.poll(POLL).forEach(event -> arrived.add(event.key()));
            }
            return null;
        };
    }

    private Callable<Void> committer(Arrivals arrivals) {
        return () -> {
            try (var connection = database.connect()) {
                while (!arrivals.isOver()) {
                    var id = arrived.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    if (id != null) {
                        insert(connection, "insert into second_commit values (?, ?)", id);
                        arrivals.seen(id);
                    }
                }
            }
            return null;
        };
    }

    private static void insert(Connection connection, String sql, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id, Types.OTHER);
            statement.setBytes(2, CONTENT);
            statement.executeUpdate();
        }
    }

    private static void listenFromNow(KafkaConsumer<UUID, byte[]> consumer) {
        var partitions = consumer.partitionsFor(NAME).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private void makeTopic() {
        try (var admin = Admin.create(kafka)) {
            var made = admin.createTopics(List.of(new NewTopic(NAME, PARTITIONS, (short) 1)));
            made.all().toCompletionStage().toCompletableFuture().join();
        }
    }
}
