package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderPartEvent.PartConfirmed;
import cn.minyi5.contracts.WorkOrderPartEvent.PartHandedIn;
import cn.minyi5.contracts.WorkOrderPartEvent.PartSentBack;
import cn.minyi5.contracts.WorkOrderPartEvent.PartSigned;
import cn.minyi5.contracts.language.Refusal;
import org.jspecify.annotations.Nullable;

/** 协办. What assisting departments do for an order, each its part, and what the lead says to it. */
public sealed interface Assisting permits WorkOrder {

    WorkOrder order();

    default Transition signPart(String department, Deed deed) {
        var order = stay(Action.SIGN_PART, deed);
        requireOwn(department, deed);
        var parts = order.parts().with(department, part -> part.signed(deed.at()));
        var signed = Deferring.Run.of(order)
                .tell((id, no, round, lead, imported, facts) ->
                        new PartSigned(id, no, round, department, imported, facts));
        return with(order, parts).by(Action.SIGN_PART, deed, department, null, signed);
    }

    default Transition handInPart(String department, @Nullable String text, Deed deed) {
        var order = stay(Action.HAND_IN_PART, deed);
        requireOwn(department, deed);
        var words = Words.require(text, "text", Reply.LONGEST_TEXT);
        var said = deed.said(words);
        var parts = order.parts().with(department, part -> part.handedIn(said));
        var handedIn = Deferring.Run.of(order)
                .tell((id, no, round, lead, imported, facts) ->
                        new PartHandedIn(id, no, round, department, said, imported, facts, lead));
        return with(order, parts).by(Action.HAND_IN_PART, deed, department, words, handedIn);
    }

    default Transition confirmPart(String department, @Nullable String words, Deed deed) {
        var order = stay(Action.CONFIRM_PART, deed);
        var parts = order.parts().with(department, AssistingPart::confirmed);
        var confirmed = Deferring.Run.of(order)
                .tell((id, no, round, lead, imported, facts) ->
                        new PartConfirmed(id, no, round, department, imported, facts));
        return with(order, parts).by(Action.CONFIRM_PART, deed, department, words, confirmed);
    }

    default Transition sendPartBack(String department, @Nullable String reason, Deed deed) {
        var order = stay(Action.SEND_PART_BACK, deed);
        var parts = order.parts().with(department, AssistingPart::sentBack);
        var words = Words.reason(reason, "reason");
        var sentBack = Deferring.Run.of(order)
                .tell((id, no, round, lead, imported, facts) ->
                        new PartSentBack(id, no, round, department, deed.said(words), imported, facts));
        return with(order, parts).by(Action.SEND_PART_BACK, deed, department, words, sentBack);
    }

    /** The order is where it was. */
    private WorkOrder stay(Action action, Deed deed) {
        action.require(deed.as(), order().state());
        return order().moved(action, deed, order().state());
    }

    /** Each department speaks for itself. */
    private static void requireOwn(String department, Deed deed) {
        if (!deed.as().contains(Party.SYSTEM) && !department.equals(deed.department())) {
            throw Refusal.forbidden("work-order.not-assisting");
        }
    }

    private static WorkOrder with(WorkOrder order, Parts parts) {
        return order.with(order.handling().with(order.inForce().with(parts)));
    }
}
