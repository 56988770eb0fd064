package cn.minyi5.escalation.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How the ladder is climbed, and when the service calls itself blind. */
@ConfigMapping(prefix = "minyi5.escalation")
public interface ClockConfig {

    /** How often a copy looks for due clocks: as often as watermarks come, for nothing falls due between two of them. */
    @WithName("ladder.poll")
    @WithDefault("PT0.5S")
    Duration poll();

    /** Clocks fired in one transaction, by partition: keeps transactions short while a backlog is worked off. */
    @WithName("ladder.batch")
    @WithDefault("100")
    int batch();

    /** A rung fired later than this after its moment is called late-noticed. */
    @WithName("ladder.late-after")
    @WithDefault("PT60S")
    Duration lateAfter();

    /** Watermarks come every half second: 5 s without one is no longer the usual delay. */
    @WithName("blindness.behind")
    @WithDefault("PT5S")
    Duration behind();

    /** Partitions of each topic that is followed; one that was never heard of is dark too. */
    @WithName("blindness.partitions")
    @WithDefault("12")
    int partitions();
}
