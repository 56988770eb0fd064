package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Citizen;
import cn.minyi5.routing.workorder.domain.Holder;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import cn.minyi5.routing.workorder.domain.Why;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work order as people see it; times are of Asia/Shanghai.
 *
 * @param why absent where a person decided
 * @param timeline the oldest first; absent in lists
 * @param allowed what the caller may do to it now; absent in lists
 */
public record WorkOrderView(
        UUID id,
        String number,
        UUID requestId,
        State state,
        Holder holder,
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

    public record ReplyView(ResultCode resultCode, String text, String contactLog) {
        static @Nullable ReplyView of(@Nullable Reply reply) {
            return reply == null ? null : new ReplyView(reply.resultCode(), reply.text(), reply.contactLog());
        }
    }

    public record TimelineView(
            OffsetDateTime at, Action action, String by, @Nullable String department, @Nullable String words) {
        static TimelineView of(TimelineEntry entry) {
            return new TimelineView(
                    CountyTime.at(entry.at()), entry.action(), entry.by(), entry.department(), entry.words());
        }
    }

    /** As one of many. */
    static WorkOrderView of(WorkOrder order) {
        return of(order, null, null);
    }

    static WorkOrderView of(WorkOrder order, @Nullable List<TimelineEntry> timeline, @Nullable List<Action> allowed) {
        var request = order.request();
        var dispatch = order.dispatch();
        var assignment = dispatch == null ? new Assignment("", List.of(), null) : dispatch.assignment();
        var reply = order.reply();
        return new WorkOrderView(
                order.id(),
                order.origin().number(),
                request.requestId(),
                order.state(),
                order.state().holder(),
                request.grid().value(),
                request.categoryCode(),
                request.urgency(),
                request.text(),
                request.citizen(),
                order.lead(),
                assignment.assisting(),
                order.dispatches(),
                order.round(),
                CountyTime.at(order.origin().openedAt()),
                inChina(dispatch == null ? null : dispatch.at()),
                inChina(dispatch == null ? null : dispatch.signedAt()),
                inChina(reply == null ? null : reply.at()),
                inChina(reply == null ? null : reply.acceptedAt()),
                inChina(order.closedAt()),
                ReplyView.of(reply),
                order.version(),
                assignment.why(),
                timeline == null
                        ? null
                        : timeline.stream().map(TimelineView::of).toList(),
                allowed);
    }

    private static @Nullable OffsetDateTime inChina(@Nullable Instant moment) {
        return moment == null ? null : CountyTime.at(moment);
    }
}
