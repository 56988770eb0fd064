package cn.minyi5.messaging;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Starts and stops what sends: the topics, then the relay. A broker that is away is waited for. */
@ApplicationScoped
public class MessagingRuntime {

    private static final Logger LOG = Logger.getLogger(MessagingRuntime.class);
    private static final Backoff TOPICS = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final MessagingConfig config;
    private final Namespace namespace;
    private final Map<String, Object> kafka;
    private final OutboxRelay relay;
    private final Inbox inbox;
    private final RelayBell bell;
    private final Thread starter = new Thread(this::startRelay, "messaging-start");
    private volatile boolean stopping;

    MessagingRuntime(MessagingConfig config, AgroalDataSource database, Inbox inbox, RelayBell bell) {
        this.config = config;
        this.inbox = inbox;
        this.bell = bell;
        this.namespace = new Namespace(config.prefix().orElse(""));
        this.kafka = Map.of("bootstrap.servers", config.bootstrapServers());
        this.relay = new OutboxRelay(
                database,
                config.source(),
                config.topics(),
                namespace,
                kafka,
                new OutboxRelay.Pace(config.poll(), config.watermark(), config.turn(), config.longestUnderWay()));
    }

    void begin(@Observes StartupEvent event, MeterRegistry metrics) {
        metrics.gauge("minyi5.relay.leading", relay, it -> it.leading() ? 1 : 0);
        bell.rings(relay::wake);
        starter.start();
    }

    void end(@Observes ShutdownEvent event) {
        stopping = true;
        try {
            starter.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (starter.getState() == Thread.State.TERMINATED) {
            relay.close();
        }
    }

    OutboxRelay relay() {
        return relay;
    }

    private void startRelay() {
        var topics = Stream.concat(
                        config.topics().stream(), inbox.all().stream().map(group -> group.group() + ".dead-letters"))
                .map(namespace::outside)
                .toList();
        for (int tries = 1; !stopping; tries++) {
            try {
                Topics.ensure(kafka, topics, namespace.outside(Watermark.TOPIC), config.replication());
                relay.start();
                return;
            } catch (ExecutionException | RuntimeException e) {
                LOG.warnf("topics not there yet: %s", e);
                TOPICS.await(tries, () -> stopping);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
