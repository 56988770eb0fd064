package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.build.Database;
import cn.minyi5.bench.load.Phone;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.UUIDDeserializer;
import org.apache.kafka.common.serialization.UUIDSerializer;

/**
 * What it costs at least to take what waits on Kafka, to commit it, and to tell of it: records of 1 KB, as many in a
 * transaction as a poll brings, one statement each, two records sent for each. No rules, no outbox, no marks.
 */
final class BareBatches {
    private static final String NAME = "bare_batches";
    private static final String TOLD = "bare_batches_told";
    private static final int PARTITIONS = 12;
    private static final byte[] CONTENT = new byte[1_000];
    private static final Duration POLL = Duration.ofMillis(100);

    private final Database database;
    private final Map<String, Object> kafka;

    /** Makes its database and its topics. */
    BareBatches(Build build) {
        this.database = build.database(NAME);
        this.kafka = build.kafka();
        build.database("postgres").execute("create database " + NAME);
        database.execute("create table committed (id uuid primary key, content bytea not null)");
        try (var admin = Admin.create(kafka)) {
            var topics = List.of(new NewTopic(NAME, PARTITIONS, (short) 1), new NewTopic(TOLD, PARTITIONS, (short) 1));
            admin.createTopics(topics)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    double perSecond(int records) {
        try (var consumer = new KafkaConsumer<>(kafka, new UUIDDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(kafka, new UUIDSerializer(), new ByteArraySerializer());
                var connection = database.connect()) {
            connection.setAutoCommit(false);
            listenFromNow(consumer);
            for (int record = 0; record < records; record++) {
                producer.send(new ProducerRecord<>(NAME, Phone.newId(), CONTENT));
            }
            producer.flush();
            var begin = System.nanoTime();
            for (int done = 0; done < records; ) {
                var batch = consumer.poll(POLL);
                if (!batch.isEmpty()) {
                    commit(connection, batch);
                    batch.forEach(one -> {
                        producer.send(new ProducerRecord<>(TOLD, one.key(), CONTENT));
                        producer.send(new ProducerRecord<>(TOLD, one.key(), CONTENT));
                    });
                    done += batch.count();
                }
            }
            producer.flush();
            return records / ((System.nanoTime() - begin) / 1e9);
        } catch (SQLException e) {
            throw new IllegalStateException(NAME, e);
        }
    }

    private static void commit(Connection connection, ConsumerRecords<UUID, byte[]> batch) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into committed select * from unnest(?::uuid[], ?::bytea[])")) {
            var ids = new UUID[batch.count()];
            var at = 0;
            for (var one : batch) {
                ids[at++] = one.key();
            }
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea", Collections.nCopies(ids.length, CONTENT).toArray(byte[][]::new)));
            statement.executeUpdate();
        }
        connection.commit();
    }

    private static void listenFromNow(KafkaConsumer<UUID, byte[]> consumer) {
        var partitions = consumer.partitionsFor(NAME).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }
}
