package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.privacy.Masking;
import cn.minyi5.routing.workorder.domain.NotAcceptedReason;
import cn.minyi5.routing.workorder.domain.Why;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the other services hear of a work order, in the published language. What people wrote goes out without the
 * numbers that lead to a person: events carry no personal data in the clear (DOMAIN §7).
 */
final class WorkOrderEvents {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private WorkOrderEvents() {}

    static WorkOrderEvent opened(WorkOrder order) {
        var request = order.request();
        return new WorkOrderEvent.Opened(
                order.id(),
                order.origin().number(),
                request.requestId(),
                request.grid().value(),
                request.categoryCode(),
                request.urgency(),
                request.confidential(),
                inChina(request.visitedAt()),
                order.origin().imported());
    }

    static WorkOrderEvent dispatched(WorkOrder order) {
        var request = order.request();
        var assignment = order.inForce().assignment();
        return new WorkOrderEvent.Dispatched(
                order.id(),
                order.origin().number(),
                order.dispatches(),
                order.round(),
                request.grid().value(),
                request.categoryCode(),
                request.urgency(),
                request.confidential(),
                assignment.lead(),
                assignment.assisting(),
                rule(assignment.why()),
                order.origin().imported());
    }

    static WorkOrderEvent signed(WorkOrder order) {
        return new WorkOrderEvent.Signed(
                order.id(),
                order.dispatches(),
                order.round(),
                leadOf(order),
                order.origin().imported());
    }

    static WorkOrderEvent returnRequested(WorkOrder order, NotOurs because) {
        return new WorkOrderEvent.ReturnRequested(
                order.id(),
                order.dispatches(),
                order.round(),
                leadOf(order),
                Masking.text(because.reason()),
                because.clause() == null ? null : Masking.text(because.clause()),
                because.suggestedDepartment(),
                order.origin().imported(),
                facts(order));
    }

    static WorkOrderEvent arbitrationRequested(WorkOrder order) {
        return new WorkOrderEvent.ArbitrationRequested(
                order.id(),
                order.dispatches(),
                order.round(),
                leadOf(order),
                order.origin().imported());
    }

    /** @param before the order while the department that is now rid of it still had it */
    static WorkOrderEvent returnAccepted(WorkOrder before) {
        return new WorkOrderEvent.ReturnAccepted(
                before.id(),
                before.dispatches(),
                before.round(),
                leadOf(before),
                before.origin().imported());
    }

    static WorkOrderEvent returnRejected(WorkOrder order, String reason) {
        return new WorkOrderEvent.ReturnRejected(
                order.id(),
                order.dispatches(),
                order.round(),
                leadOf(order),
                Masking.text(reason),
                order.origin().imported());
    }

    /** @param before the order as it came to arbitration: the run of the clocks that ends without blame is its */
    static WorkOrderEvent ruled(WorkOrder before, String minutes) {
        return new WorkOrderEvent.Ruled(
                before.id(),
                before.dispatches(),
                before.round(),
                leadOf(before),
                Masking.text(minutes),
                before.origin().imported());
    }

    static WorkOrderEvent replied(WorkOrder order) {
        return new WorkOrderEvent.Replied(
                order.id(),
                order.dispatches(),
                order.round(),
                leadOf(order),
                order.given().resultCode(),
                Masking.text(order.given().text()),
                order.origin().imported());
    }

    static WorkOrderEvent replySentBack(WorkOrder order, String reason) {
        return new WorkOrderEvent.ReplySentBack(
                order.id(),
                order.dispatches(),
                order.round(),
                leadOf(order),
                Masking.text(reason),
                order.origin().imported());
    }

    static WorkOrderEvent replyAccepted(WorkOrder order) {
        return new WorkOrderEvent.ReplyAccepted(
                order.id(),
                order.request().requestId(),
                order.dispatches(),
                order.round(),
                leadOf(order),
                order.given().resultCode(),
                Masking.text(order.given().text()),
                order.origin().imported(),
                facts(order));
    }

    /** @param order as it is in the new round */
    static WorkOrderEvent reworked(WorkOrder order, Answer solved, Answer satisfied) {
        return new WorkOrderEvent.Reworked(
                order.id(),
                order.round(),
                leadOf(order),
                solved,
                satisfied,
                order.origin().imported());
    }

    static WorkOrderEvent closed(WorkOrder order, Answer solved, Answer satisfied) {
        return new WorkOrderEvent.Closed(
                order.id(),
                order.round(),
                leadOf(order),
                solved,
                satisfied,
                order.origin().imported());
    }

    static WorkOrderEvent notAccepted(WorkOrder order, NotAcceptedReason reason) {
        return new WorkOrderEvent.NotAccepted(
                order.id(), order.round(), reason.name(), order.origin().imported());
    }

    private static WorkOrderEvent.Facts facts(WorkOrder order) {
        var request = order.request();
        return new WorkOrderEvent.Facts(
                order.origin().number(), request.grid().value(), request.confidential(), request.teamCode());
    }

    private static String leadOf(WorkOrder order) {
        return order.inForce().assignment().lead();
    }

    private static WorkOrderEvent.@Nullable Rule rule(@Nullable Why why) {
        return why == null ? null : new WorkOrderEvent.Rule(why.ruleId(), why.catalogueVersion(), why.clause());
    }

    private static OffsetDateTime inChina(Instant moment) {
        return moment.atZone(CHINA).toOffsetDateTime();
    }
}
