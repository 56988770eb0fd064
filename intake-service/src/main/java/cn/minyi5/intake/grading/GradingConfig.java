package cn.minyi5.intake.grading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "minyi5.grading")
interface GradingConfig {

    /** So long another copy may grade by rules that were replaced: each submission asks for them (ADR 0039). */
    @WithDefault("5s")
    Duration rulesKept();
}
