package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.routing.workorder.DueTimes.Due;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment.Why;
import cn.minyi5.routing.workorder.domain.AssistingPart;
import cn.minyi5.routing.workorder.domain.CitizenRequest.Citizen;
import cn.minyi5.routing.workorder.domain.Deferral;
import cn.minyi5.routing.workorder.domain.Dispatch;
import cn.minyi5.routing.workorder.domain.Holdings;
import cn.minyi5.routing.workorder.domain.Holdings.Held;
import cn.minyi5.routing.workorder.domain.NotOurs;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.Suspension;
import cn.minyi5.routing.workorder.domain.Transition.TimelineEntry;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A work order as people see it; times are of Asia/Shanghai.
 *
 * @param channel by what way the request came to the county
 * @param externalNumber of the platform that it was forwarded to, or else that it came through
 * @param formerNumber what an order of history was called where it was kept before
 * @param why absent where a person decided
 * @param parent number of the order that it was merged into
 * @param returned what was said when it was returned last; absent of what was returned before that was kept
 * @param extension more time: asked for until the desk rules on it, and granted last
 * @param suspension proposed, and {@code since} when it is agreed to
 * @param waiting for the citizen: how often, and {@code since} when while it lasts
 * @param parts of the departments that assist
 * @param held in whose hands it lay, the oldest first, up to now; absent in lists
 * @param dueAt when the clock that runs now is due, as the supervision system judges it; absent where none runs or as
 *     long as it has not been told
 * @param clock which one that is
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
        @Nullable OffsetDateTime dueAt,
        @Nullable ClockKind clock,
        @Nullable ReplyView reply,
        int version,
        @Nullable Why why,
        @Nullable String parent,
        @Nullable NotOurs returned,
        @Nullable ExtensionView extension,
        @Nullable SuspensionView suspension,
        @Nullable WaitingView waiting,
        List<PartView> parts,
        @Nullable List<HeldView> held,
        @Nullable List<TimelineView> timeline,
        @Nullable List<Action> allowed) {

    /** @param contactLog in single reads alone; absent where it was erased */
    public record ReplyView(
            ResultCode resultCode, String text, @Nullable String contactLog, @Nullable String onSpotCheck) {}

    public record TimelineView(
            OffsetDateTime at, Action action, String by, @Nullable String department, @Nullable String words) {

        private TimelineEntry entry() {
            return new TimelineEntry(at.toInstant(), action, by, department, words);
        }
    }

    public record ExtensionView(@Nullable LocalDate asked, @Nullable String reason, @Nullable LocalDate granted) {}

    public record SuspensionView(
            Suspension.Kind kind, String plan, LocalDate reviewOn, @Nullable OffsetDateTime since) {}

    /** @param text what was handed in last */
    public record PartView(
            String department,
            AssistingPart.Standing standing,
            @Nullable OffsetDateTime signedAt,
            @Nullable String text) {

        private static PartView of(AssistingPart part) {
            return new PartView(part.department(), part.standing(), CountyTime.atOrNull(part.signedAt()), part.text());
        }
    }

    public record WaitingView(int times, @Nullable OffsetDateTime since) {}

    /** @param minutes whole ones */
    public record HeldView(
            State.Holder holder, @Nullable String department, OffsetDateTime from, OffsetDateTime to, long minutes) {

        private static HeldView of(Held held) {
            return new HeldView(
                    held.holder(),
                    held.department(),
                    CountyTime.at(held.from()),
                    CountyTime.at(held.to()),
                    Duration.between(held.from(), held.to()).toMinutes());
        }
    }

    /** As lists show it. */
    static WorkOrderView listed(WorkOrder order, Due due) {
        return with(order, due, null, null, null, null);
    }

    /** @param now up to when somebody holds it */
    static WorkOrderView of(
            WorkOrder order,
            Due due,
            @Nullable String contactLog,
            List<TimelineView> timeline,
            List<Action> allowed,
            Instant now) {
        var entries = timeline.stream().map(TimelineView::entry).toList();
        var held = Holdings.of(entries, now).stream().map(HeldView::of).toList();
        return with(order, due, contactLog, held, timeline, allowed);
    }

    private static WorkOrderView with(
            WorkOrder order,
            Due due,
            @Nullable String contactLog,
            @Nullable List<HeldView> held,
            @Nullable List<TimelineView> timeline,
            @Nullable List<Action> allowed) {
        var request = order.request();
        var dispatch = order.dispatch();
        var reply = order.reply();
        return new WorkOrderView(
                order.id(),
                order.origin().number(),
                order.origin().source().channel(),
                order.forwarding() == null
                        ? order.origin().source().externalNumber()
                        : order.forwarding().externalNumber(),
                order.origin().source().formerNumber(),
                request.requestId(),
                order.state(),
                order.holder(),
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
                CountyTime.atOrNull(due.at()),
                due.clock(),
                reply == null ? null : new ReplyView(reply.resultCode(), reply.text(), contactLog, reply.onSpotCheck()),
                order.version(),
                dispatch == null ? null : dispatch.assignment().why(),
                order.parent() == null ? null : order.parent().number(),
                order.dispute().because(),
                extension(order.deferral()),
                suspension(order.deferral()),
                waiting(order.deferral()),
                order.parts().all().stream().map(PartView::of).toList(),
                held,
                timeline,
                allowed);
    }

    private static @Nullable ExtensionView extension(Deferral deferral) {
        var extension = deferral.extension();
        return extension == null ? null : new ExtensionView(extension.asked(), extension.reason(), extension.granted());
    }

    private static @Nullable SuspensionView suspension(Deferral deferral) {
        var suspension = deferral.suspension();
        return suspension == null
                ? null
                : new SuspensionView(
                        suspension.kind(),
                        suspension.plan(),
                        suspension.reviewOn(),
                        CountyTime.atOrNull(suspension.since()));
    }

    private static @Nullable WaitingView waiting(Deferral deferral) {
        return deferral.waits() == 0
                ? null
                : new WaitingView(deferral.waits(), CountyTime.atOrNull(deferral.waitingSince()));
    }

    private static <T> @Nullable OffsetDateTime moment(@Nullable T part, Function<T, @Nullable Instant> moment) {
        return part == null ? null : CountyTime.atOrNull(moment.apply(part));
    }
}
