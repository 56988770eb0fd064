package cn.minyi5.routing.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are told to those who look on. */
@ConfigMapping(prefix = "minyi5.live")
interface LiveConfig {

    /** Open streams of one person on one copy: a desk with several windows has a few. */
    @WithDefault("6")
    int mostAPerson();

    /** A sign of life, so that neither a proxy nor the page takes a quiet stream for a dead one. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** Changes that wait for a slow reader; who falls further behind is cut off and asks for everything anew. */
    @WithDefault("500")
    int mostWaiting();
}
