package cn.minyi5.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Sends what waits in the outbox, in order per key, pipelined, and removes it after the ack; promises moments to the
 * readers. Only the copy whose turn it is works; why its order holds even when turns overlap is told in ADR 0003. A turn
 * that makes no progress ends, and the next begins with a fresh producer from the table.
 */
final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Backoff RESTART = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

    /** How a relay behaves: the values and their reasons stand in {@link MessagingConfig}. */
    record Pace(Duration poll, Duration watermark, Duration turn, Duration longestUnderWay) {

        /** The longer nothing comes, the more rarely it looks for what other copies wrote, up to ten times as rarely. */
        Duration pollAfter(int idleRounds) {
            return poll.multipliedBy(Math.min(1 + idleRounds / 5, 10));
        }
    }

    private final DataSource database;
    private final String source;
    private final Topics topics;
    private final Map<String, Object> kafka;
    private final Pace pace;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean leading;
    private volatile long aliveAt = System.nanoTime();
    private volatile String trouble = "";
    private volatile long waitingSince;

    /** @param source the service's name, told as the source of its events */
    OutboxRelay(DataSource database, String source, Topics topics, Pace pace) {
        this.database = database;
        this.source = source;
        this.topics = topics;
        this.kafka = new HashMap<>(topics.kafka());
        this.kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        this.kafka.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        this.kafka.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // A send that gave up would let a later one of the same key overtake it: never give up within a turn.
        this.kafka.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        this.kafka.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        this.kafka.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        this.pace = pace;
        this.thread = new Thread(this::run, "outbox-relay");
    }

    void start() {
        thread.start();
    }

    /** Something has been committed: look now. */
    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** Whether it is this copy's turn. */
    boolean leading() {
        return leading;
    }

    /** How long ago the relay's thread last went around: also while it waits for its turn. */
    Duration silentFor() {
        return Duration.ofNanos(System.nanoTime() - aliveAt);
    }

    /** For how long the leader has had rows that wait without any of them being acknowledged; zero for the others. */
    Duration oldestUnsent() {
        var since = waitingSince;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Why the last turn ended; empty while all is well. */
    String trouble() {
        return trouble;
    }

    private void run() {
        for (int tries = 1; !stopping; tries++) {
            try (var connection = database.getConnection()) {
                var table = new OutboxTable(connection);
                while (!stopping && !table.takeTurn()) {
                    aliveAt = System.nanoTime();
                    trouble = "";
                    pause(pace.turn());
                }
                if (!stopping) {
                    lead(table);
                    table.giveTurnBack();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopping = true;
            } catch (Throwable e) {
                // Also an Error: whatever ends a turn, the next one begins. Out of memory ends the process.
                trouble = e.toString();
                LOG.warnf("relay starts anew after: %s", e);
                tries = leading ? 1 : tries;
                RESTART.await(tries, () -> stopping);
            } finally {
                leading = false;
            }
        }
    }

    private void lead(OutboxTable table) throws SQLException, Sending.Failed, ExecutionException, InterruptedException {
        topics.ensure();
        var ends = topics.ends();
        var producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        try (var sending = new Sending(producer, source, ends, topics.namespace(), pace.longestUnderWay())) {
            leading = true;
            var watermarks = new WatermarkEmitter(table, sending, pace.watermark());
            int idleRounds = 0;
            while (!stopping) {
                var lookedAt = System.nanoTime();
                var room = sending.room();
                var acknowledged = sending.takeAcknowledged();
                var rows = table.sweep(acknowledged, sending.underWay(), watermarks.settled(), room);
                noteProgress(!acknowledged.isEmpty()
                        || rows.isEmpty() && sending.underWay().isEmpty());
                for (var row : rows.entrySet()) {
                    sending.send(row.getKey(), row.getValue());
                }
                watermarks.step(sentUpTo(rows, room));
                aliveAt = System.nanoTime();
                trouble = "";
                idleRounds = rows.isEmpty() && sending.underWay().isEmpty() ? idleRounds + 1 : 0;
                if (rows.isEmpty()) {
                    pause(watermarks.isBusy() ? pace.poll() : pace.pollAfter(idleRounds));
                }
                // What is committed in the meantime goes together.
                LockSupport.parkNanos(lookedAt + pace.poll().toNanos() - System.nanoTime());
            }
            table.sweep(sending.takeAcknowledged(), sending.underWay(), watermarks.settled(), Sending.Room.NONE);
        }
    }

    private void noteProgress(boolean made) {
        if (made) {
            waitingSince = 0;
        } else if (waitingSince == 0) {
            waitingSince = System.nanoTime();
        }
    }

    /** The id up to which every row that can be seen has been handed to the producer. */
    private static long sentUpTo(Map<Long, OutboxRow> rows, Sending.Room room) {
        if (rows.isEmpty()) {
            return room.rows() == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return Collections.max(rows.keySet());
    }

    private void pause(Duration atMost) throws InterruptedException {
        if (work.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            work.drainPermits();
        }
    }

    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
