package cn.minyi5.contracts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 移交. What history leaves to those who go on with it. */
@Event.Topic("routing.handovers")
public sealed interface HandoverEvent extends Event {
    UUID importId();

    @Override
    default String subject() {
        return importId().toString();
    }

    /**
     * 移交清单. What was still {@code open} at the cut-over of an import, once: for the department that leads, and all of it
     * for the dispatch desk, where {@code department} is null. Some hundred orders are named. Confidential ones are not
     * among them.
     */
    @Type("handover.listed.v1")
    record Listed(
            UUID importId,
            String division,
            @Nullable String department,
            OffsetDateTime cutOver,
            int open,
            List<Order> orders)
            implements HandoverEvent {}

    /** A work order by the number that it has now, and the one it had before. */
    record Order(UUID workOrderId, String number, @Nullable String formerNumber) {}
}
