package cn.minyi5.messaging;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends the process when a channel has died: a failure that the connector does not recover from leaves it silent for
 * ever. Whoever runs the process starts it again.
 */
@ApplicationScoped
class ChannelWatch {

    private static final Logger LOG = Logger.getLogger(ChannelWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int CHANNEL_DIED = 70;

    private final Vertx vertx;
    private final HealthCenter channels;
    private final boolean ends;

    ChannelWatch(
            Vertx vertx,
            HealthCenter channels,
            @ConfigProperty(name = "minyi5.messaging.end-when-a-channel-dies", defaultValue = "true") boolean ends) {
        this.vertx = vertx;
        this.channels = channels;
        this.ends = ends;
    }

    void begin(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> look());
    }

    private void look() {
        var report = channels.getLiveness();
        if (!report.isOk()) {
            var dead = report.getChannels().stream()
                    .filter(channel -> !channel.isOk())
                    .toList();
            LOG.errorf("channels died, the process ends to be started again: %s", dead);
            if (ends) {
                Runtime.getRuntime().halt(CHANNEL_DIED);
            }
        }
    }
}
