package cn.minyi5.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the topics of one consumer group: partitions side by side, each in order. Positions are committed behind the
 * database, so an event may be heard twice and never not at all.
 */
final class InboxReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(InboxReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration COMMIT_EVERY = Duration.ofMillis(500);

    /** A lane with more waiting is paused until it has caught up: bounds memory. */
    private static final int FULL_LANE = 1_000;

    private static final Backoff RESTART = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final EventConsumer consumer;
    private final EventHandling handling;
    private final Executor executor;
    private final List<String> topics;
    private final Properties kafka;
    private final Map<TopicPartition, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Thread thread;
    private volatile boolean stopping;

    InboxReader(
            EventConsumer consumer,
            EventHandling handling,
            Executor executor,
            Namespace namespace,
            Map<String, Object> kafka) {
        this.consumer = consumer;
        this.handling = handling;
        this.executor = executor;
        this.topics =
                consumer.reactions().topics().stream().map(namespace::outside).toList();
        this.kafka = new Properties();
        this.kafka.putAll(kafka);
        this.kafka.put(ConsumerConfig.GROUP_ID_CONFIG, namespace.outside(consumer.group()));
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.kafka.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        this.kafka.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        this.kafka.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        this.kafka.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        this.kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.thread = new Thread(this::run, "inbox-" + consumer.group());
    }

    void start() {
        thread.start();
    }

    /** Records heard and not yet handled by this copy. */
    int waiting() {
        return lanes.values().stream().mapToInt(Lane::size).sum();
    }

    private void run() {
        for (int tries = 1; !stopping; tries++) {
            try (var client = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
                client.subscribe(topics, new OnRebalance(client));
                readFrom(client);
                handOver(client, client.assignment());
            } catch (WakeupException e) {
                LOG.debugf("%s: woken to stop", consumer.group());
            } catch (RuntimeException e) {
                lanes.values().forEach(Lane::stop);
                lanes.clear();
                LOG.warnf("%s: reading starts anew after: %s", consumer.group(), e);
                RESTART.await(tries, () -> stopping);
            }
        }
    }

    private void readFrom(KafkaConsumer<String, byte[]> client) {
        var nextCommit = System.nanoTime();
        while (!stopping) {
            var records = client.poll(POLL);
            for (var partition : records.partitions()) {
                lanes.computeIfAbsent(partition, p -> new Lane(handling, executor))
                        .add(records.records(partition));
            }
            client.pause(lanesThat(true));
            client.resume(lanesThat(false));
            if (System.nanoTime() >= nextCommit) {
                commit(client, lanes.keySet(), false);
                nextCommit = System.nanoTime() + COMMIT_EVERY.toNanos();
            }
        }
    }

    private Collection<TopicPartition> lanesThat(boolean areFull) {
        return lanes.entrySet().stream()
                .filter(lane -> lane.getValue().size() > FULL_LANE == areFull)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void commit(KafkaConsumer<String, byte[]> client, Collection<TopicPartition> partitions, boolean now) {
        var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var lane = lanes.get(partition);
            if (lane != null && lane.position() >= 0 && lane.position() != committed.getOrDefault(partition, -1L)) {
                positions.put(partition, new OffsetAndMetadata(lane.position()));
                committed.put(partition, lane.position());
            }
        }
        if (positions.isEmpty()) {
            return;
        }
        if (now) {
            client.commitSync(positions, Duration.ofSeconds(5));
        } else {
            client.commitAsync(positions, null);
        }
    }

    /** The record in hand is finished, its position told, and the rest left to the next owner. */
    private void handOver(KafkaConsumer<String, byte[]> client, Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            var lane = lanes.get(partition);
            if (lane != null) {
                lane.stop();
            }
        }
        try {
            commit(client, partitions, true);
        } catch (RuntimeException e) {
            LOG.infof("%s: positions not told at hand-over, events will be heard twice: %s", consumer.group(), e);
        }
        partitions.forEach(lanes::remove);
        partitions.forEach(committed::remove);
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class OnRebalance implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> client;

        OnRebalance(KafkaConsumer<String, byte[]> client) {
            this.client = client;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            handOver(client, partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            for (var partition : partitions) {
                var lane = lanes.remove(partition);
                if (lane != null) {
                    lane.stop();
                }
                committed.remove(partition);
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.debugf("%s: reads %s", consumer.group(), partitions);
        }
    }
}
