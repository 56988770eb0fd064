package cn.minyi5.intake.tracking;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "minyi5.tracking")
public interface TrackingConfig {

    /** Address of the page on which citizens type their code, as the slip prints it; without one it names no page. */
    Optional<String> page();
}
