package cn.minyi5.notification.delivery.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.notification.delivery.domain.DeliveryState;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the office sees of deliveries. */
public interface DeliveryReports {

    /**
     * What may be seen, and what of it is asked for.
     *
     * @param confidentialToo for the supervision office alone
     */
    record Sight(DivisionCode jurisdiction, boolean confidentialToo, @Nullable DeliveryState state) {}

    /** Latest first. @param after the last id of the page before */
    Uni<List<DeliveryReport>> page(Sight sight, @Nullable UUID after, int limit);

    Uni<Long> count(Sight sight);
}
