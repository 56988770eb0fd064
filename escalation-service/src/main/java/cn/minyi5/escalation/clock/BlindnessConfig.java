package cn.minyi5.escalation.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the service calls itself blind. */
@ConfigMapping(prefix = "minyi5.escalation.blindness")
public interface BlindnessConfig {

    /** Watermarks come every half second: 5 s without one is no longer the usual delay. */
    @WithDefault("PT5S")
    Duration behind();

    /** Partitions of {@code routing.work-orders}; one that was never heard of is dark too. */
    @WithDefault("12")
    int partitions();
}
