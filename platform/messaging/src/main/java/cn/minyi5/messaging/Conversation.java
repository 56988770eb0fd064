package cn.minyi5.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** One copy of a service talking and listening: its relay and its readers, started and stopped together. */
public final class Conversation implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Conversation.class);
    private static final Backoff TOPICS = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final Map<String, Object> kafka;
    private final Collection<String> topics;
    private final short replication;
    private final OutboxRelay relay;
    private final DeadLetters deadLetters;
    private final Map<String, EventHandling> handlings = new HashMap<>();
    private final List<InboxReader> readers = new ArrayList<>();
    private final ExecutorService lanes = Executors.newCachedThreadPool(work -> new Thread(work, "inbox-lane"));
    private final Thread starter = new Thread(this::startTalking, "conversation-start");
    private volatile boolean stopping;

    /** @param transactions must wake the relay after each commit: see {@link #wake()} */
    public Conversation(
            MessagingConfig config, DataSource database, Transactions transactions, Iterable<EventConsumer> consumers) {
        this.kafka = Map.of("bootstrap.servers", config.bootstrapServers());
        this.replication = config.replication();
        var namespace = new Namespace(config.prefix().orElse(""));
        this.deadLetters = new DeadLetters(transactions, handlings, namespace);
        for (var consumer : consumers) {
            var handling = new EventHandling(consumer, transactions, deadLetters, namespace);
            handlings.put(consumer.group(), handling);
            readers.add(new InboxReader(consumer, handling, lanes, namespace, kafka));
        }
        this.topics = Stream.concat(
                        config.topics().stream(), handlings.keySet().stream().map(group -> group + ".dead-letters"))
                .map(namespace::outside)
                .toList();
        var pace = new OutboxRelay.Pace(config.poll(), config.watermark(), config.turn());
        this.relay = new OutboxRelay(database, config.source(), config.topics(), namespace, kafka, pace);
    }

    /** Returns at once; a broker that is away is waited for. */
    public void start() {
        starter.start();
    }

    public void wake() {
        relay.wake();
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Events heard by this copy and not yet handled. */
    public int waiting() {
        return readers.stream().mapToInt(InboxReader::waiting).sum();
    }

    public boolean leading() {
        return relay.leading();
    }

    private void startTalking() {
        for (int tries = 1; !stopping; tries++) {
            try {
                Topics.ensure(kafka, topics, replication);
                relay.start();
                readers.forEach(InboxReader::start);
                return;
            } catch (ExecutionException e) {
                LOG.warnf("topics not there yet: %s", e.getCause());
                TOPICS.await(tries, () -> stopping);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            starter.join(Duration.ofSeconds(10).toMillis());
            readers.forEach(InboxReader::close);
            relay.close();
            lanes.shutdown();
            lanes.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
