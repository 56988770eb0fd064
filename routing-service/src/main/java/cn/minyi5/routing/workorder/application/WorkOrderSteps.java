package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.NotAcceptedReason;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Every step there is: the domain's transition with its line in the timeline and its events. Live orders take them one
 * by one, imported history many at once with its original moments.
 *
 * @param by who takes them
 * @param at when
 */
public record WorkOrderSteps(String by, Instant at) {

    /** Stands in the timeline where no person decided: the county's own rules did. */
    public static final String AUTOMATIC = "自动";

    /** Stands in the timeline of history that was brought along. */
    public static final String IMPORTED = "历史导入";

    public Step open(Origin origin, @Nullable String words) {
        var order = WorkOrder.open(origin);
        return Step.of(order, entry(Action.OPEN, null, words), WorkOrderEvents.opened(order));
    }

    public Step dispatch(WorkOrder before, Assignment assignment, @Nullable String words) {
        var order = before.dispatch(assignment, at);
        return Step.of(order, entry(Action.DISPATCH, assignment.lead(), words), WorkOrderEvents.dispatched(order));
    }

    Step refuse(WorkOrder before, NotAcceptedReason reason) {
        var order = before.refuse(at);
        return Step.of(order, entry(Action.REFUSE, null, reason.name()), WorkOrderEvents.notAccepted(order, reason));
    }

    public Step sign(WorkOrder before, String department) {
        var order = before.sign(department, at);
        return Step.of(order, entry(Action.SIGN, department, null), WorkOrderEvents.signed(order));
    }

    Step returnBecauseNotOurs(WorkOrder before, String department, NotOurs because, Duration window) {
        var order = before.returnBecauseNotOurs(department, at, window);
        var entry = entry(Action.RETURN, department, because.reason());
        var requested = WorkOrderEvents.returnRequested(order, because);
        return order.state() == State.ARBITRATION
                ? Step.of(order, entry, requested, WorkOrderEvents.arbitrationRequested(order))
                : Step.of(order, entry, requested);
    }

    Step acceptReturn(WorkOrder before, @Nullable String words) {
        return Step.of(
                before.acceptReturn(),
                entry(Action.ACCEPT_RETURN, before.lead(), words),
                WorkOrderEvents.returnAccepted(before));
    }

    /** Tells of a signature too where there was none: their SIGN clock must not run for ever. */
    Step rejectReturn(WorkOrder before, String reason) {
        var order = before.rejectReturn(at);
        var entry = entry(Action.REJECT_RETURN, order.lead(), reason);
        var rejected = WorkOrderEvents.returnRejected(order, reason);
        return before.inForce().signedAt() == null
                ? Step.of(order, entry, rejected, WorkOrderEvents.signed(order))
                : Step.of(order, entry, rejected);
    }

    Step rule(WorkOrder before, Assignment assignment, String minutes) {
        var order = before.rule(assignment, at);
        return Step.of(
                order,
                entry(Action.RULE, assignment.lead(), minutes),
                WorkOrderEvents.ruled(before, minutes),
                WorkOrderEvents.dispatched(order));
    }

    public Step reply(WorkOrder before, String department, Reply given) {
        var order = before.reply(department, given);
        return Step.of(order, entry(Action.REPLY, department, given.text()), WorkOrderEvents.replied(order));
    }

    Step sendReplyBack(WorkOrder before, String reason) {
        var order = before.sendReplyBack();
        return Step.of(
                order,
                entry(Action.SEND_REPLY_BACK, order.lead(), reason),
                WorkOrderEvents.replySentBack(order, reason));
    }

    public Step acceptReply(WorkOrder before, @Nullable String words) {
        var order = before.acceptReply(at);
        return Step.of(order, entry(Action.ACCEPT_REPLY, order.lead(), words), WorkOrderEvents.replyAccepted(order));
    }

    public Step followUp(WorkOrder before, int round, Answer solved, Answer satisfied) {
        var order = before.followUp(round, solved, at);
        var entry = entry(Action.FOLLOW_UP, order.lead(), "solved=" + solved + ", satisfied=" + satisfied);
        return order.state() == State.CLOSED
                ? Step.of(order, entry, WorkOrderEvents.closed(order, solved, satisfied))
                : Step.of(
                        order,
                        entry,
                        WorkOrderEvents.reworked(order, solved, satisfied),
                        WorkOrderEvents.dispatched(order));
    }

    private TimelineEntry entry(Action action, @Nullable String department, @Nullable String words) {
        return new TimelineEntry(at, action, by, department, words);
    }
}
