package cn.minyi5.messaging;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Starts and stops the relay of this copy, and tells it which topics there must be. */
@ApplicationScoped
public class MessagingRuntime {

    private static final Pattern CHANNEL_GROUP =
            Pattern.compile("mp\\.messaging\\.incoming\\.(?!watermarks\\.).+\\.group\\.id");

    private static final Pattern LOGIN = Pattern.compile("^(security|sasl|ssl)\\.");

    private final OutboxRelay relay;

    MessagingRuntime(
            MessagingConfig messaging,
            Config config,
            AgroalDataSource database,
            RelayBell bell,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        var namespace = new Namespace(messaging.prefix().orElse(""));
        var topics = new Topics(
                client(messaging, kafka),
                namespace,
                messaging.topics(),
                deadLetterTopics(config, namespace).toList(),
                ChangeLogWitness.topicOf(messaging.source()),
                messaging.replication());
        this.relay = new OutboxRelay(
                database,
                messaging.source(),
                topics,
                new OutboxRelay.Pace(
                        messaging.poll(), messaging.watermark(), messaging.turn(), messaging.longestUnderWay()));
        bell.rings(relay::wake);
    }

    /** Logs in as the channels do, by kafka.security.protocol, kafka.sasl.* and kafka.ssl.*. */
    private static Map<String, Object> client(MessagingConfig messaging, Map<String, Object> kafka) {
        var client = new HashMap<>(kafka);
        client.keySet().removeIf(name -> !LOGIN.matcher(name).find());
        client.put("bootstrap.servers", messaging.bootstrapServers());
        return client;
    }

    void begin(@Observes StartupEvent event, MeterRegistry metrics) {
        metrics.gauge("minyi5.relay.leading", relay, it -> it.leading() ? 1 : 0);
        relay.start();
    }

    void end(@Observes ShutdownEvent event) {
        relay.close();
    }

    OutboxRelay relay() {
        return relay;
    }

    private static Stream<String> deadLetterTopics(Config config, Namespace namespace) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> CHANNEL_GROUP.matcher(name).matches())
                .map(name -> namespace.inside(config.getValue(name, String.class)) + ".dead-letters")
                .distinct();
    }
}
