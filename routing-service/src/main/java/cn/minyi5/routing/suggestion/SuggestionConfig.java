package cn.minyi5.routing.suggestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From how much a county's model learns, and how often. */
@ConfigMapping(prefix = "minyi5.suggestion")
interface SuggestionConfig {

    /** How often a copy looks whether there is a model to train. */
    @WithDefault("1m")
    Duration every();

    /** After that long, in the night, a county gets a new model without anybody's asking. */
    @WithDefault("6d")
    Duration renewedAfter();

    /** Learning takes seconds to minutes; whoever dies over it leaves it to others after that. */
    @WithDefault("30m")
    Duration lease();

    /** From fewer there is nothing to learn: half of the demo's categories have no two texts then. */
    @WithDefault("200")
    int leastOrders();

    /** The newest are learnt from, no more than fit into the memory of a small copy. */
    @WithDefault("10000")
    int mostOrders();
}
