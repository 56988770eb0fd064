package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment.Why;
import cn.minyi5.routing.workorder.domain.CitizenRequest.Citizen;
import cn.minyi5.routing.workorder.domain.Dispatch;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A work order as people see it; times are of Asia/Shanghai.
 *
 * @param channel by what way the request came to the county
 * @param externalNumber of the platform that it came through
 * @param formerNumber what an order of history was called where it was kept before
 * @param why absent where a person decided
 * @param timeline the oldest first; absent in lists
 * @param allowed what the caller may do to it now; absent in lists
 */
public record WorkOrderView(
        UUID id,
        String number,
        Channel channel,
        @Nullable String externalNumber,
        @Nullable String formerNumber,
        UUID requestId,
        State state,
        State.Holder holder,
        String gridCode,
        String categoryCode,
        Urgency urgency,
        String text,
        Citizen citizen,
        @Nullable String lead,
        List<String> assisting,
        int dispatchNo,
        int round,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime dispatchedAt,
        @Nullable OffsetDateTime signedAt,
        @Nullable OffsetDateTime repliedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable ReplyView reply,
        int version,
        @Nullable Why why,
        @Nullable List<TimelineView> timeline,
        @Nullable List<Action> allowed) {

    /** @param contactLog in single reads alone; absent where it was erased */
    public record ReplyView(ResultCode resultCode, String text, @Nullable String contactLog) {}

    public record TimelineView(
            OffsetDateTime at, Action action, String by, @Nullable String department, @Nullable String words) {}

    static WorkOrderView of(
            WorkOrder order,
            @Nullable String contactLog,
            @Nullable List<TimelineView> timeline,
            @Nullable List<Action> allowed) {
        var request = order.request();
        var dispatch = order.dispatch();
        var reply = order.reply();
        return new WorkOrderView(
                order.id(),
                order.origin().number(),
                order.origin().source().channel(),
                order.origin().source().externalNumber(),
                order.origin().source().formerNumber(),
                request.requestId(),
                order.state(),
                order.state().holder(),
                request.grid().value(),
                request.categoryCode(),
                request.urgency(),
                request.text(),
                request.citizen(),
                order.lead(),
                dispatch == null ? List.of() : dispatch.assignment().assisting(),
                order.dispatches(),
                order.round(),
                CountyTime.at(order.origin().openedAt()),
                moment(dispatch, Dispatch::at),
                moment(dispatch, Dispatch::signedAt),
                moment(reply, Reply::at),
                moment(reply, Reply::acceptedAt),
                moment(order, WorkOrder::closedAt),
                reply == null ? null : new ReplyView(reply.resultCode(), reply.text(), contactLog),
                order.version(),
                dispatch == null ? null : dispatch.assignment().why(),
                timeline,
                allowed);
    }

    private static <T> @Nullable OffsetDateTime moment(@Nullable T part, Function<T, @Nullable Instant> moment) {
        return part == null ? null : CountyTime.atOrNull(moment.apply(part));
    }
}
