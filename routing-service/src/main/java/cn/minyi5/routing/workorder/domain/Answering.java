package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Refusal;
import org.jspecify.annotations.Nullable;

/** 办理与答复. The lead takes it on and says what came of it, and the desk looks at that. */
public sealed interface Answering permits WorkOrder {

    WorkOrder order();

    default Transition sign(Deed deed) {
        var order = order().moved(Action.SIGN, deed);
        var signed = new WorkOrderEvent.Signed(
                order.id(),
                order.dispatches(),
                order.round(),
                order.leadInForce(),
                order.origin().imported());
        return order.with(order.handling().with(order.inForce().signed(deed.at())))
                .by(Action.SIGN, deed, order.lead(), null, signed);
    }

    /** @throws Refusal {@code work-order.parts-open}, naming who assists and is not done; history is told without parts */
    default Transition reply(Reply given, Deed deed) {
        var order = order().moved(Action.REPLY, deed);
        if (!deed.as().contains(Party.SYSTEM)) {
            order().parts().requireConfirmed();
        }
        var said = given.said(deed);
        var replied = new WorkOrderEvent.Replied(
                order.id(),
                order.dispatches(),
                order.round(),
                order.leadInForce(),
                said.resultCode(),
                said.text(),
                order.origin().imported());
        return order.with(order.handling().with(said))
                .by(Action.REPLY, deed, order.lead(), said.text(), order().endingTheWait(replied));
    }

    default Transition sendReplyBack(@Nullable String reason, Deed deed) {
        var order = order().moved(Action.SEND_REPLY_BACK, deed);
        var words = Words.reason(reason, "reason");
        var sentBack = new WorkOrderEvent.ReplySentBack(
                order.id(),
                order.dispatches(),
                order.round(),
                order.leadInForce(),
                deed.said(words),
                order.origin().imported(),
                order.origin().facts());
        return order.with(order.handling().with((Reply) null))
                .by(Action.SEND_REPLY_BACK, deed, order.lead(), words, sentBack);
    }

    default Transition acceptReply(@Nullable String words, Deed deed) {
        var order = order().moved(Action.ACCEPT_REPLY, deed);
        var reply = order.given().accepted(deed.at());
        var accepted = new WorkOrderEvent.ReplyAccepted(
                order.id(),
                order.request().requestId(),
                order.dispatches(),
                order.round(),
                order.leadInForce(),
                reply.resultCode(),
                deed.said(reply.text()),
                order.origin().imported(),
                order.origin().facts());
        return order.with(order.handling().with(reply)).by(Action.ACCEPT_REPLY, deed, order.lead(), words, accepted);
    }
}
