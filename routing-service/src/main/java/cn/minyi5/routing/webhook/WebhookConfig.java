package cn.minyi5.routing.webhook;

import cn.minyi5.routing.webhook.domain.AllowedAddresses;
import cn.minyi5.routing.webhook.domain.RetrySchedule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How departments' own systems are told. */
@ConfigMapping(prefix = "minyi5.webhooks")
public interface WebhookConfig {

    /** How often a copy looks for what is due, a second at least; after something was sent it looks at once. */
    @WithDefault("PT1S")
    Duration every();

    /** As Standard Webhooks recommends: three days and a little after the first try. */
    @WithDefault("PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> retries();

    /** A try that takes longer has failed; Standard Webhooks recommends 15 to 30 seconds. */
    @WithDefault("PT15S")
    Duration timeout();

    /** After this another copy takes over what a dead one had in hand; longer than a whole batch of time-outs takes. */
    @WithDefault("PT3M")
    Duration lease();

    /** Taken at once for one subscription. */
    @WithDefault("20")
    int batch();

    /** On their way to one system at the same time. */
    @WithDefault("4")
    int atOnce();

    /** A system to which nothing could be delivered for so long is not tried any more, until somebody resumes it. */
    @WithDefault("P5D")
    Duration disableAfter();

    /** How long the former secret signs too, so that a department can change it without missing anything. */
    @WithDefault("P1D")
    Duration secretOverlap();

    /** For so long deliveries are listed, replayed, and kept for a system that is paused. */
    @WithDefault("P30D")
    Duration kept();

    /**
     * Networks besides the public ones, such as 10.20.0.0/16: the government's extranet. With 127.0.0.0/8 among them
     * systems on the same machine may listen without TLS.
     */
    Optional<List<String>> networks();

    default RetrySchedule schedule() {
        return new RetrySchedule(retries());
    }

    default AllowedAddresses allowed() {
        return AllowedAddresses.of(networks().orElse(List.of()));
    }
}
