package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.Transition.TimelineEntry;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 工单. One request that a department must handle, at one moment of its life. Its methods are the transitions of
 * {@link Action}; each says what becomes of the order, of its timeline, and what the other services will hear, or
 * refuses. What people wrote is kept and goes out without what leads to a person (DOMAIN §7).
 *
 * @param dispatches how often it has been dispatched; names the run of the clocks
 * @param dispatch null while no department has it
 * @param returns how often departments have said "not ours"
 * @param ruled whether the supervision office has said whose it is: then nobody can return it again
 * @param round 1, and one more for each rework 重办
 * @param reply the one under review or accepted; null when there is none or it was sent back
 * @param version one more for each transition
 */
@Embeddable
public record WorkOrder(
        Origin origin,
        State state,
        int dispatches,
        @Nullable Dispatch dispatch,
        int returns,
        boolean ruled,
        int round,
        @Nullable Reply reply,
        @Nullable Instant closedAt,
        int version) {

    /** @param words why a person must dispatch it; null where a rule does */
    public static Transition open(Origin origin, Deed deed, @Nullable String words) {
        var order = new WorkOrder(origin, Action.OPEN.to().get(0), 0, null, 0, false, 1, null, null, 1);
        return order.by(Action.OPEN, deed, null, words, origin.opened(words != null));
    }

    public Transition dispatch(Assignment assignment, @Nullable String words, Deed deed) {
        var order = moved(Action.DISPATCH, deed).dispatched(assignment, round, deed.at());
        return order.by(Action.DISPATCH, deed, order.lead(), words, order.dispatchedEvent());
    }

    /** 不予受理. */
    public Transition refuse(NotAcceptedReason reason, Deed deed) {
        var notAccepted = new WorkOrderEvent.NotAccepted(id(), round, reason.name(), origin.imported(), origin.facts());
        return moved(Action.REFUSE, deed).by(Action.REFUSE, deed, null, reason.name(), notAccepted);
    }

    public Transition sign(Deed deed) {
        var order = moved(Action.SIGN, deed).signed(deed.at());
        return order.by(Action.SIGN, deed, lead(), null, order.signedEvent());
    }

    /**
     * 退单. "Not ours": for the desk to look at, and the second time for the supervision office. To return is to have
     * received: who had not signed has signed with it.
     */
    public Transition returnBecause(NotOurs because, ReturnWindow window, Deed deed) {
        var arbitrated = returns > 0;
        var order = moved(Action.RETURN, deed, arbitrated ? State.ARBITRATION : State.RETURN_REVIEW);
        if (ruled) {
            throw Refusal.conflict("work-order.ruled-already");
        }
        if (!inForce().mayBeReturnedAt(deed.at(), window)) {
            throw Refusal.conflict("work-order.return-window-closed")
                    .with("window", window.onDuty().toString());
        }
        var requested = new WorkOrderEvent.ReturnRequested(
                id(),
                dispatches,
                round,
                leadInForce(),
                deed.said(because.reason()),
                deed.said(because.clause()),
                because.suggestedDepartment(),
                origin.imported(),
                origin.facts());
        var events = new ArrayList<WorkOrderEvent>(List.of(requested));
        if (inForce().signedAt() == null) {
            events.add(signedEvent());
        }
        if (arbitrated) {
            events.add(new WorkOrderEvent.ArbitrationRequested(
                    id(), dispatches, round, leadInForce(), origin.imported(), origin.facts()));
        }
        return order.signed(deed.at())
                .disputed(returns + 1, ruled)
                .by(Action.RETURN, deed, lead(), because.reason(), events.toArray(WorkOrderEvent[]::new));
    }

    /** The department is rid of it, and the desk has it again. */
    public Transition acceptReturn(@Nullable String words, Deed deed) {
        var order = moved(Action.ACCEPT_RETURN, deed).with(null, reply);
        var accepted = new WorkOrderEvent.ReturnAccepted(id(), dispatches, round, leadInForce(), origin.imported());
        return order.by(Action.ACCEPT_RETURN, deed, lead(), words, accepted);
    }

    /** It is theirs after all, as it was when they received it. */
    public Transition rejectReturn(@Nullable String reason, Deed deed) {
        var order = moved(Action.REJECT_RETURN, deed);
        var words = Words.reason(reason, "reason");
        var rejected = new WorkOrderEvent.ReturnRejected(
                id(), dispatches, round, leadInForce(), deed.said(words), origin.imported(), origin.facts());
        return order.by(Action.REJECT_RETURN, deed, lead(), words, rejected);
    }

    /**
     * 会商裁定. For good: it cannot be returned again. Who assists was not in dispute.
     *
     * @param minutes of the meeting; kept as a precedent
     */
    public Transition rule(String lead, String minutes, Deed deed) {
        var moved = moved(Action.RULE, deed).disputed(returns, true);
        var assisting = inForce().assignment().assisting();
        var order = moved.dispatched(Assignment.byPerson(lead, assisting), round, deed.at());
        var ruling =
                new WorkOrderEvent.Ruled(id(), dispatches, round, leadInForce(), deed.said(minutes), origin.imported());
        return order.by(Action.RULE, deed, lead, minutes, ruling, order.dispatchedEvent());
    }

    public Transition reply(Reply given, Deed deed) {
        var said = given.said(deed);
        var order = moved(Action.REPLY, deed).with(dispatch, said);
        var replied = new WorkOrderEvent.Replied(
                id(), dispatches, round, leadInForce(), said.resultCode(), said.text(), origin.imported());
        return order.by(Action.REPLY, deed, lead(), said.text(), replied);
    }

    public Transition sendReplyBack(@Nullable String reason, Deed deed) {
        var order = moved(Action.SEND_REPLY_BACK, deed).with(dispatch, null);
        var words = Words.reason(reason, "reason");
        var sentBack = new WorkOrderEvent.ReplySentBack(
                id(), dispatches, round, leadInForce(), deed.said(words), origin.imported(), origin.facts());
        return order.by(Action.SEND_REPLY_BACK, deed, lead(), words, sentBack);
    }

    public Transition acceptReply(@Nullable String words, Deed deed) {
        var order = moved(Action.ACCEPT_REPLY, deed).with(dispatch, given().accepted(deed.at()));
        var accepted = new WorkOrderEvent.ReplyAccepted(
                id(),
                request().requestId(),
                dispatches,
                round,
                leadInForce(),
                given().resultCode(),
                deed.said(given().text()),
                origin.imported(),
                origin.facts());
        return order.by(Action.ACCEPT_REPLY, deed, lead(), words, accepted);
    }

    /**
     * 回访. Closes the order, unless the citizen says that it is not solved: then it goes back to the same department
     * for the next round.
     *
     * @param asked the round that the citizen was asked about
     * @param deed when the citizen said so, which may be hours before anybody here heard of it
     * @param heardAt when the next round begins: no department is late with what nobody could have told it
     */
    public Transition followUp(int asked, Answer solved, Answer satisfied, Deed deed, Instant heardAt) {
        var words = "solved=" + solved + ", satisfied=" + satisfied;
        var unsolved = solved == Answer.NO;
        var said = deed.notBefore(reply == null ? null : reply.acceptedAt());
        var order = moved(Action.FOLLOW_UP, said, unsolved ? State.AWAITING_SIGN : State.CLOSED);
        if (asked != round) {
            throw Refusal.conflict("work-order.other-round").with("round", round);
        }
        if (unsolved) {
            var reworked =
                    new WorkOrderEvent.Reworked(id(), round + 1, leadInForce(), solved, satisfied, origin.imported());
            var again = order.dispatched(inForce().assignment(), round + 1, heardAt);
            return again.by(Action.FOLLOW_UP, said, lead(), words, reworked)
                    .followedBy(again.dispatchedEvent(), heardAt);
        }
        var closed = new WorkOrderEvent.Closed(id(), round, leadInForce(), solved, satisfied, origin.imported());
        return order.by(Action.FOLLOW_UP, said, lead(), words, closed);
    }

    /** 撤回. Whoever has it is rid of it; what was late until then was late. */
    public Transition withdraw(String reason, Deed deed) {
        var order = moved(Action.WITHDRAW, deed);
        var withdrawn =
                new WorkOrderEvent.Withdrawn(id(), round, lead(), deed.said(reason), origin.imported(), origin.facts());
        return order.by(Action.WITHDRAW, deed, lead(), reason, withdrawn);
    }

    /** 割接. Its history is told, and it lives on as any other order. */
    public WorkOrder told() {
        return new WorkOrder(
                origin.told(), state, dispatches, dispatch, returns, ruled, round, reply, closedAt, version);
    }

    /** Whether it may still come to the point at which the citizen is asked about the round. */
    public boolean isBeforeFollowUp(int asked) {
        return !state.isFinal() && (asked > round || asked == round && state != State.FOLLOW_UP);
    }

    public List<Action> allowed(Set<Party> parties, Instant now, ReturnWindow returnWindow) {
        return Stream.of(Action.values())
                .filter(action -> action.leadsFrom(state) && action.isFor(parties))
                .filter(action -> action != Action.RETURN || !ruled && inForce().mayBeReturnedAt(now, returnWindow))
                .toList();
    }

    public UUID id() {
        return origin.workOrderId();
    }

    public CitizenRequest request() {
        return origin.request();
    }

    /** 主办; null while no department has it. */
    public @Nullable String lead() {
        return dispatch == null ? null : dispatch.assignment().lead();
    }

    public boolean isGivenTo(String department) {
        return dispatch != null
                && (department.equals(lead())
                        || dispatch.assignment().assisting().contains(department));
    }

    /** Since when it waits where it is: since it was dispatched, or opened. */
    public Instant since() {
        return dispatch == null ? origin.openedAt() : dispatch.at();
    }

    /** The dispatch in force, where the state says that there is one. */
    public Dispatch inForce() {
        return Objects.requireNonNull(dispatch, state.name());
    }

    /** The reply, where the state says that there is one. */
    public Reply given() {
        return Objects.requireNonNull(reply, state.name());
    }

    private String leadInForce() {
        return inForce().assignment().lead();
    }

    private WorkOrderEvent dispatchedEvent() {
        var request = request();
        var assignment = inForce().assignment();
        var why = assignment.why();
        return new WorkOrderEvent.Dispatched(
                id(),
                origin.number(),
                dispatches,
                round,
                request.grid().value(),
                request.categoryCode(),
                request.urgency(),
                request.confidential(),
                assignment.lead(),
                assignment.assisting(),
                why == null ? null : new WorkOrderEvent.Rule(why.ruleId(), why.catalogueVersion(), why.clause()),
                origin.imported());
    }

    private WorkOrderEvent signedEvent() {
        return new WorkOrderEvent.Signed(id(), dispatches, round, leadInForce(), origin.imported());
    }

    private Transition by(
            Action action, Deed deed, @Nullable String department, @Nullable String words, WorkOrderEvent... events) {
        var said = words == null ? null : deed.said(words);
        return Transition.of(this, new TimelineEntry(deed.at(), action, deed.by(), department, said), events);
    }

    private WorkOrder moved(Action action, Deed deed) {
        return moved(action, deed, action.to().get(0));
    }

    private WorkOrder moved(Action action, Deed deed, State to) {
        action.require(deed.as(), state);
        if (!action.to().contains(to)) {
            throw new IllegalStateException(action + " does not lead to " + to);
        }
        var end = to.isFinal() ? deed.at() : null;
        return new WorkOrder(origin, to, dispatches, dispatch, returns, ruled, round, reply, end, version + 1);
    }

    /** The next run of the clocks begins; what was replied in the run before is no answer to it. */
    private WorkOrder dispatched(Assignment to, int inRound, Instant at) {
        var next = Dispatch.to(to, at);
        return new WorkOrder(origin, state, dispatches + 1, next, returns, ruled, inRound, null, closedAt, version);
    }

    private WorkOrder signed(Instant at) {
        return with(inForce().signed(at), reply);
    }

    private WorkOrder with(@Nullable Dispatch inForce, @Nullable Reply given) {
        return new WorkOrder(origin, state, dispatches, inForce, returns, ruled, round, given, closedAt, version);
    }

    private WorkOrder disputed(int returned, boolean settled) {
        return new WorkOrder(origin, state, dispatches, dispatch, returned, settled, round, reply, closedAt, version);
    }
}
