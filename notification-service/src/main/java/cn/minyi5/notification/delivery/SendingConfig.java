package cn.minyi5.notification.delivery;

import cn.minyi5.notification.delivery.domain.RetryPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are brought to the channels that can fail. */
@ConfigMapping(prefix = "minyi5.sending")
public interface SendingConfig {

    /** How often a copy looks for what is due: nobody minds a mail that is a second late. */
    @WithDefault("PT1S")
    Duration every();

    /** With the waits below this is five days: RFC 5321 §4.5.4.1 wants four to five before giving up. */
    @WithDefault("125")
    int tries();

    /** A restarting mail server is back in seconds. */
    @WithDefault("PT10S")
    Duration firstWait();

    /** RFC 5321 wants at least half an hour between late tries. */
    @WithDefault("PT1H")
    Duration longestWait();

    /** A try that takes longer has failed; RFC 5321 allows a server minutes, people do not. */
    @WithDefault("PT30S")
    Duration timeout();

    /** After this another copy takes over what a dead one had in hand; must exceed the timeout. */
    @WithDefault("PT3M")
    Duration lease();

    /** Taken at once by one copy: as many as go out within the lease even if every one times out. */
    @WithDefault("40")
    int batch();

    /** On their way to the servers at the same time; the mailer keeps ten connections. */
    @WithDefault("8")
    int atOnce();

    default RetryPolicy retryPolicy() {
        return new RetryPolicy(tries(), firstWait(), longestWait());
    }
}
