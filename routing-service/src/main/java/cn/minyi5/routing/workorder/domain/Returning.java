package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 退单与裁定. "Not ours", and who decides it. */
public sealed interface Returning permits WorkOrder {

    WorkOrder order();

    /**
     * 退单. "Not ours": for the desk to look at, and the second time for the supervision office. To return is to have
     * received: who had not signed has signed with it.
     */
    default Transition returnBecause(NotOurs because, ReturnWindow window, Deed deed) {
        var before = order();
        var said = because.said(deed);
        var judge = before.dispute().judge();
        var order = before.moved(Action.RETURN, deed, judge);
        before.dispute().requireOpen();
        before.inForce().requireReturnable(deed.at(), window);
        var origin = order.origin();
        var requested = new WorkOrderEvent.ReturnRequested(
                order.id(),
                order.dispatches(),
                order.round(),
                order.leadInForce(),
                said.reason(),
                said.clause(),
                said.suggestedDepartment(),
                origin.imported(),
                origin.facts());
        var events = new ArrayList<WorkOrderEvent>(List.of(before.endingTheWait(requested)));
        if (before.inForce().signedAt() == null) {
            events.add(new WorkOrderEvent.Signed(
                    order.id(), order.dispatches(), order.round(), order.leadInForce(), origin.imported()));
        }
        if (judge == State.ARBITRATION) {
            events.add(new WorkOrderEvent.ArbitrationRequested(
                    order.id(),
                    order.dispatches(),
                    order.round(),
                    order.leadInForce(),
                    origin.imported(),
                    origin.facts()));
        }
        return order.with(order.handling().with(order.inForce().signed(deed.at())))
                .with(order.dispute().returned(said))
                .by(Action.RETURN, deed, order.lead(), because.reason(), events.toArray(WorkOrderEvent[]::new));
    }

    /** The department is rid of it, and the desk has it again. */
    default Transition acceptReturn(@Nullable String words, Deed deed) {
        var order = order().moved(Action.ACCEPT_RETURN, deed);
        var accepted = new WorkOrderEvent.ReturnAccepted(
                order.id(),
                order.dispatches(),
                order.round(),
                order.leadInForce(),
                order.origin().imported());
        return order.with(order.handling().atTheDesk(order.round()))
                .by(Action.ACCEPT_RETURN, deed, order.lead(), words, accepted);
    }

    /** It is theirs after all, as it was when they received it. */
    default Transition rejectReturn(@Nullable String reason, Deed deed) {
        var order = order().moved(Action.REJECT_RETURN, deed);
        var words = Words.reason(reason, "reason");
        var rejected = new WorkOrderEvent.ReturnRejected(
                order.id(),
                order.dispatches(),
                order.round(),
                order.leadInForce(),
                deed.said(words),
                order.origin().imported(),
                order.origin().facts());
        return order.by(Action.REJECT_RETURN, deed, order.lead(), words, rejected);
    }

    /**
     * 会商裁定. For good: it cannot be returned again. Who assists was not in dispute.
     *
     * @param minutes of the meeting; kept as a precedent
     */
    default Transition rule(String lead, String minutes, Deed deed) {
        var order = order().moved(Action.RULE, deed);
        var assisting = order.inForce().assignment().assisting();
        var next = order.handling().dispatched(Assignment.byPerson(lead, assisting), order.round(), deed.at());
        var ruling = new WorkOrderEvent.Ruled(
                order.id(),
                order.dispatches(),
                order.round(),
                order.leadInForce(),
                deed.said(minutes),
                order.origin().imported());
        var ruled = order.with(next).with(order.dispute().settled());
        return ruled.by(Action.RULE, deed, lead, minutes, ruling, ruled.dispatchedEvent());
    }
}
