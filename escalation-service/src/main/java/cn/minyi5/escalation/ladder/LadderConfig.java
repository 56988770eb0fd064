package cn.minyi5.escalation.ladder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the ladder is climbed. */
@ConfigMapping(prefix = "minyi5.escalation.ladder")
public interface LadderConfig {

    /** How often a copy looks for due clocks: as often as watermarks come, for nothing falls due between two of them. */
    @WithDefault("PT0.5S")
    Duration poll();

    /** Clocks fired in one transaction, by partition: keeps transactions short while a backlog is worked off. */
    @WithDefault("100")
    int batch();

    /** A rung fired later than this after its moment is called late-noticed. */
    @WithDefault("PT60S")
    Duration lateAfter();
}
