package cn.minyi5.routing.workorder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What a county may decide for itself about the life of its work orders. */
@ConfigMapping(prefix = "minyi5.routing")
public interface RoutingConfig {

    /** How long after a dispatch it may be returned, in working hours (DOMAIN §5). */
    @WithDefault("PT4H")
    Duration returnWindow();

    /**
     * How long after it was closed an order may be opened again, in natural time. By default until two more visit months
     * have shown whether what was done holds; what comes later is a new request.
     */
    @WithDefault("P30D")
    Duration reopenWindow();

    /** Whether a reply needs no review. By default the desk looks at each. */
    @WithDefault("false")
    boolean acceptRepliesAutomatically();

    /** Who handles complaints about officials: 县政府督查室, the supervision office itself (DOMAIN §7). */
    @WithDefault("DUCHA")
    String confidentialLead();

    /** The same of counties whose supervision office has another code, by the six digits of the county. */
    Map<String, String> confidentialLeads();
}
