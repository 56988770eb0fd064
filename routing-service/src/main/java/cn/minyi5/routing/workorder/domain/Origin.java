package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.CountyTime;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * What never changes about a work order.
 *
 * @param number what people call it, such as {@code GD20261105-000123}
 * @param imported history that is being told: it alarms nobody. What is done after that is no history any more
 */
@Embeddable
public record Origin(
        UUID workOrderId, String number, CitizenRequest request, Instant openedAt, boolean imported, Source source) {

    /** Of a request that a team has just forwarded. */
    public Origin(UUID workOrderId, String number, CitizenRequest request, Instant openedAt, boolean imported) {
        this(workOrderId, number, request, openedAt, imported, Source.WALK);
    }

    /** As it is once its history is told. */
    Origin told() {
        return new Origin(workOrderId, number, request, openedAt, false, source);
    }

    /** @param forDesk whether a person must dispatch it */
    WorkOrderEvent opened(boolean forDesk) {
        return new WorkOrderEvent.Opened(
                workOrderId,
                number,
                request.requestId(),
                request.grid().value(),
                request.categoryCode(),
                request.urgency(),
                request.confidential(),
                CountyTime.at(request.visitedAt()),
                imported,
                forDesk);
    }

    WorkOrderEvent.Facts facts() {
        return new WorkOrderEvent.Facts(number, request.grid().value(), request.confidential(), request.teamCode());
    }
}
