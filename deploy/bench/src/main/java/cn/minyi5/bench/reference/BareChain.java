package cn.minyi5.bench.reference;

import cn.minyi5.bench.figures.Times;
import cn.minyi5.bench.load.Schedule;
import cn.minyi5.bench.load.Threads;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the way from one service to the next costs at least: a commit of 1 KB, a record to Kafka and back, another commit
 * of 1 KB, at the moments of a schedule. No HTTP, no token, no outbox, no rules.
 */
public final class BareChain {
    private static final String TOPIC = "bench.bare-chain";
    private static final int PARTITIONS = 12;
    private static final int WRITERS = 16;
    private static final int RECORD_BYTES = 1_000;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final String bootstrapServers;

    public BareChain(Database database, String bootstrapServers) {
        this.database = database;
        this.bootstrapServers = bootstrapServers;
    }

    /** Makes its tables and its topic. */
    public void prepare() {
        database.execute("create table first_commit (id uuid primary key, content bytea not null)");
        database.execute("create table second_commit (id uuid primary key, content bytea not null)");
        try (var admin = Admin.create(kafka())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making " + TOPIC, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot make " + TOPIC, e);
        }
    }

    /** From due to committed the second time. */
    public Times run(int perSecond, int count) {
        var committers = Executors.newFixedThreadPool(WRITERS);
        try (var first = new BareCommits(database, "first_commit", WRITERS);
                var second = new BareCommits(database, "second_commit", WRITERS);
                var consumer = new KafkaConsumer<>(kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
            listenFromNow(consumer);
            var end = new OtherEnd(new Schedule(perSecond, count), second);
            var reading = new Thread(() -> read(consumer, end, committers), "bare-consumer");
            reading.start();
            try {
                Threads.run(WRITERS, writer -> sender(end.schedule, first, producer));
                return end.await();
            } finally {
                end.stop();
                reading.join();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the bare chain broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the bare chain", e);
        } finally {
            committers.shutdownNow();
        }
    }

    private static Callable<Void> sender(Schedule schedule, BareCommits first, KafkaProducer<byte[], byte[]> producer) {
        return () -> {
            var content = new byte[RECORD_BYTES];
            for (int number = schedule.take(); number >= 0; number = schedule.take()) {
                first.insert(content);
                var key = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
                producer.send(new ProducerRecord<>(TOPIC, key, content));
            }
            return null;
        };
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, OtherEnd end, ExecutorService committers) {
        while (end.isWaiting()) {
            for (var record : consumer.poll(POLL)) {
                committers.execute(
                        () -> end.commit(ByteBuffer.wrap(record.key()).getInt(), record.value()));
            }
        }
    }

    private static void listenFromNow(KafkaConsumer<byte[], byte[]> consumer) {
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    /** Where the records come out and are committed again. */
    private static final class OtherEnd {
        private final Schedule schedule;
        private final BareCommits commits;
        private final long[] nanos;
        private final CountDownLatch left;
        private volatile boolean stopped;

        OtherEnd(Schedule schedule, BareCommits commits) {
            this.schedule = schedule;
            this.commits = commits;
            this.nanos = new long[schedule.count()];
            this.left = new CountDownLatch(schedule.count());
        }

        void commit(int number, byte[] content) {
            commits.insert(content);
            nanos[number] = System.nanoTime() - schedule.dueAt(number);
            left.countDown();
        }

        boolean isWaiting() {
            return !stopped && left.getCount() > 0;
        }

        void stop() {
            stopped = true;
        }

        Times await() throws InterruptedException {
            if (!left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " records did not come back");
            }
            return Times.of(nanos);
        }
    }
}
