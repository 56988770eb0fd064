package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderDiversionEvent.AnsweredOutside;
import cn.minyi5.contracts.WorkOrderDiversionEvent.ForwardedOut;
import cn.minyi5.contracts.WorkOrderDiversionEvent.Merged;
import cn.minyi5.contracts.WorkOrderDiversionEvent.TakenBack;
import cn.minyi5.contracts.WorkOrderDiversionEvent.Unmerged;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.ResultCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 批办. What the desk does with an order that no department has: to whom it goes, or where else. */
public sealed interface Dispatching permits WorkOrder {

    /** Another platform tells an answer and no more. */
    String NO_CONTACT_LOG = "外部平台答复，无联系记录";

    WorkOrder order();

    default Transition dispatch(Assignment assignment, @Nullable String words, Deed deed) {
        var order = order().moved(Action.DISPATCH, deed);
        var given = order.with(order.handling().dispatched(assignment, order.round(), deed.at()));
        return given.by(Action.DISPATCH, deed, given.lead(), words, given.dispatchedEvent());
    }

    /** 不予受理. */
    default Transition refuse(NotAcceptedReason reason, Deed deed) {
        var origin = order().origin();
        var notAccepted = new WorkOrderEvent.NotAccepted(
                origin.workOrderId(), order().round(), reason.name(), origin.imported(), origin.facts());
        return order().moved(Action.REFUSE, deed).by(Action.REFUSE, deed, null, reason.name(), notAccepted);
    }

    /** 并案. It ends here, and whoever asked for it hears what the other one comes to. */
    default Transition merge(WorkOrder into, @Nullable String reason, Deed deed) {
        var order = order().moved(Action.MERGE, deed);
        var parent = Parent.of(order(), into);
        var words = Words.reason(reason, "reason");
        var origin = order.origin();
        var merged = new Merged(
                order.id(),
                order.request().requestId(),
                order.round(),
                parent.workOrderId(),
                parent.number(),
                into.request().requestId(),
                deed.said(words),
                origin.imported(),
                origin.facts());
        return order.with(parent).by(Action.MERGE, deed, null, parent.number() + "：" + words, merged);
    }

    /** 解除并案. What was to go on for it ended without an answer, so the desk decides on it once more. */
    default Transition unmerge(WorkOrder parent, Deed deed) {
        var order = order().moved(Action.UNMERGE, deed);
        var origin = order.origin();
        var number = parent.origin().number();
        var unmerged = new Unmerged(
                order.id(),
                order.request().requestId(),
                order.round(),
                parent.id(),
                number,
                parent.request().requestId(),
                parent.state().name(),
                origin.imported(),
                origin.facts());
        var words = number + (parent.state() == State.WITHDRAWN ? "：已撤回" : "：不予受理");
        return order.by(Action.UNMERGE, deed, null, words, unmerged);
    }

    /** 外转. */
    default Transition forwardOut(@Nullable String externalNumber, @Nullable String reason, Deed deed) {
        var order = order().moved(Action.FORWARD_OUT, deed);
        order.request().requireOrdinary();
        var forwarding = Forwarding.as(externalNumber, deed.at());
        var words = Words.reason(reason, "reason");
        var origin = order.origin();
        var forwarded = new ForwardedOut(
                order.id(),
                order.round(),
                forwarding.externalNumber(),
                deed.said(words),
                origin.imported(),
                origin.facts());
        return order.with(forwarding)
                .by(Action.FORWARD_OUT, deed, null, forwarding.externalNumber() + "：" + words, forwarded);
    }

    /** 外转答复. For the citizen, as if a department had replied; nobody here reviews what another platform says. */
    default Transition answerOutside(@Nullable ResultCode resultCode, @Nullable String text, Deed deed) {
        var order = order().moved(Action.ANSWER_OUTSIDE, deed);
        var reply = Reply.of(Words.given(resultCode, "resultCode"), text, NO_CONTACT_LOG, deed.at())
                .said(deed)
                .accepted(deed.at());
        var origin = order.origin();
        var answered = new AnsweredOutside(
                order.id(),
                order.request().requestId(),
                order.round(),
                Objects.requireNonNull(order.forwarding()).externalNumber(),
                reply.resultCode(),
                reply.text(),
                origin.imported(),
                origin.facts());
        return order.with(order.handling().with(reply)).by(Action.ANSWER_OUTSIDE, deed, null, reply.text(), answered);
    }

    /** 外转退回. The other platform does not act on it, and its number is free again. */
    default Transition takeBack(@Nullable String reason, Deed deed) {
        var order = order().moved(Action.TAKE_BACK, deed);
        var words = Words.reason(reason, "reason");
        var origin = order.origin();
        var takenBack = new TakenBack(
                order.id(),
                order.round(),
                Objects.requireNonNull(order.forwarding()).externalNumber(),
                deed.said(words),
                origin.imported(),
                origin.facts());
        return order.with((Forwarding) null).by(Action.TAKE_BACK, deed, null, words, takenBack);
    }
}
