package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 回访、重办与撤回. What the citizen says of it, and the rounds that follow from that. */
public sealed interface Ending permits WorkOrder {

    /** How the words of a follow-up in the timeline begin. */
    String SOLVED = "solved=";

    WorkOrder order();

    /**
     * 回访. Closes the order, unless the citizen says that it is not solved: then it goes back to the same department
     * for the next round, or to the desk where no department had it.
     *
     * @param asked the round that the citizen was asked about
     * @param deed when the citizen said so, which may be hours before anybody here heard of it
     * @param heardAt when the next round begins: no department is late with what nobody could have told it
     */
    default Transition followUp(int asked, Answer solved, Answer satisfied, Deed deed, Instant heardAt) {
        var before = order();
        var words = SOLVED + solved + ", satisfied=" + satisfied;
        var unsolved = solved == Answer.NO;
        var said = deed.notBefore(before.reply() == null ? null : before.reply().acceptedAt());
        var order = before.moved(Action.FOLLOW_UP, said, unsolved ? nextRound(before) : State.CLOSED);
        if (asked != before.round()) {
            throw Refusal.conflict("work-order.other-round").with("round", before.round());
        }
        var imported = order.origin().imported();
        if (!unsolved) {
            var closed =
                    new WorkOrderEvent.Closed(order.id(), order.round(), order.lead(), solved, satisfied, imported);
            return order.by(Action.FOLLOW_UP, said, order.lead(), words, closed);
        }
        var reworked =
                new WorkOrderEvent.Reworked(order.id(), order.round() + 1, order.lead(), solved, satisfied, imported);
        var again = inNextRound(order, heardAt);
        var transition = again.by(Action.FOLLOW_UP, said, order.lead(), words, reworked);
        return again.dispatch() == null ? transition : transition.followedBy(again.dispatchedEvent(), heardAt);
    }

    /** 重新打开. The next round of what was closed, as long as that is not too long ago. */
    default Transition reopen(@Nullable String reason, Windows windows, Deed deed) {
        var before = order();
        var order = before.moved(Action.REOPEN, deed, nextRound(before));
        if (!windows.mayReopenAt(deed.at(), Objects.requireNonNull(before.closedAt()))) {
            throw Refusal.conflict("work-order.reopen-window-closed")
                    .with("window", windows.reopening().toString());
        }
        var words = Words.reason(reason, "reason");
        var reopened = new WorkOrderEvent.Reopened(
                order.id(),
                order.round() + 1,
                order.lead(),
                deed.said(words),
                order.origin().imported(),
                order.origin().facts());
        var again = inNextRound(order, deed.at());
        var transition = again.by(Action.REOPEN, deed, order.lead(), words, reopened);
        return again.dispatch() == null ? transition : transition.followedBy(again.dispatchedEvent(), deed.at());
    }

    /** 撤回. Whoever has it is rid of it; what was late until then was late. */
    default Transition withdraw(String reason, Deed deed) {
        var order = order().moved(Action.WITHDRAW, deed);
        var withdrawn = new WorkOrderEvent.Withdrawn(
                order.id(),
                order.round(),
                order.lead(),
                deed.said(reason),
                order.origin().imported(),
                order.origin().facts());
        return order.by(Action.WITHDRAW, deed, order.lead(), reason, withdrawn);
    }

    /** What the citizen said, by the words of a follow-up in the timeline. */
    static @Nullable Answer solved(@Nullable String words) {
        return Stream.of(Answer.values())
                .filter(answer -> words != null && words.startsWith(SOLVED + answer + ","))
                .findFirst()
                .orElse(null);
    }

    private static State nextRound(WorkOrder before) {
        return before.dispatch() == null ? State.AWAITING_DISPATCH : State.AWAITING_SIGN;
    }

    private static WorkOrder inNextRound(WorkOrder order, Instant at) {
        var handling = order.handling();
        var dispatch = order.dispatch();
        var round = handling.round() + 1;
        return dispatch == null
                ? order.with((Forwarding) null).with(handling.atTheDesk(round))
                : order.with(handling.dispatched(dispatch.assignment(), round, at));
    }
}
