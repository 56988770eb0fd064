package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderDeferralEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.routing.workorder.domain.AssistingPart.Standing;
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
 * 工单. One request that a department must handle, at one moment of its life. The transitions of {@link Action} stand in
 * the parts of that life: {@link Dispatching}, {@link Returning}, {@link Assisting}, {@link Deferring}, {@link Answering}, {@link Ending}.
 * Each says what becomes of the order, of its timeline, and what the other services will hear, or refuses. What people
 * wrote is kept and goes out without what leads to a person (DOMAIN §7).
 *
 * @param forwarding what another platform calls it that has it or has answered it; null if none
 * @param parent the order that it was merged into; null if it was not
 * @param closedAt when its life ended; null while it is open
 * @param version one more for each transition
 */
@Embeddable
public record WorkOrder(
        Origin origin,
        State state,
        Handling handling,
        Dispute dispute,
        @Nullable Forwarding forwarding,
        @Nullable Parent parent,
        @Nullable Instant closedAt,
        int version)
        implements Dispatching, Returning, Assisting, Deferring, Answering, Ending {

    /** @param words why a person must dispatch it; null where a rule does */
    public static Transition open(Origin origin, Deed deed, @Nullable String words) {
        var order =
                new WorkOrder(origin, Action.OPEN.to().get(0), Handling.NONE_YET, Dispute.NONE, null, null, null, 1);
        return order.by(Action.OPEN, deed, null, words, origin.opened(words != null));
    }

    /** 割接. Its history is told, and it lives on as any other order. */
    public WorkOrder told() {
        return new WorkOrder(origin.told(), state, handling, dispute, forwarding, parent, closedAt, version);
    }

    /** What these parties may do to it now. */
    public List<Action> allowed(Set<Party> parties, Instant now, Windows windows) {
        return allowed(parties, null, now, windows);
    }

    /** @param department whose part it is, where somebody of a department asks */
    public List<Action> allowed(Set<Party> parties, @Nullable String department, Instant now, Windows windows) {
        return Stream.of(Action.values())
                .filter(action -> action.leadsFrom(state)
                        && action.isFor(parties)
                        && (action.isOfAPart() ? hasPartFor(action, department) : hasRoomFor(action, now, windows)))
                .toList();
    }

    /** Whether its past leaves room for what its state knows. */
    private boolean hasRoomFor(Action action, Instant now, Windows windows) {
        var deferral = deferral();
        return switch (action) {
            case RETURN -> !dispute.ruled() && inForce().mayBeReturnedAt(now, windows.returning());
            case ASK_EXTENSION -> deferral.mayAskForMoreTime(Deed.day(now));
            case GRANT_EXTENSION, DENY_EXTENSION -> deferral.isAskingForMoreTime();
            case BEGIN_WAITING -> deferral.mayWait();
            case END_WAITING -> deferral.isWaiting();
            case PROPOSE_SUSPENSION -> deferral.suspension() == null;
            case SUSPEND, DENY_SUSPENSION -> deferral.suspension() != null;
            case REPLY -> parts().areConfirmed();
            case REOPEN -> closedAt != null && windows.mayReopenAt(now, closedAt);
            default -> true;
        };
    }

    private boolean hasPartFor(Action action, @Nullable String department) {
        return switch (action) {
            case SIGN_PART -> parts().isAny(Standing.AWAITING_SIGN, department);
            case HAND_IN_PART -> parts().isAny(Standing.IN_PROGRESS, department);
            default -> parts().isAny(Standing.HANDED_IN, null);
        };
    }

    /** Whether it may still come to the point at which the citizen is asked about the round. */
    public boolean isBeforeFollowUp(int asked) {
        return !state.isFinal() && (asked > round() || asked == round() && state != State.FOLLOW_UP);
    }

    /** The order that goes on for it, where the state says that there is one. */
    public UUID mergedInto() {
        return Objects.requireNonNull(parent, state.name()).workOrderId();
    }

    /** Whether its citizen may still say that they do not want it any longer. */
    public boolean mayBeWithdrawn() {
        return Action.WITHDRAW.leadsFrom(state);
    }

    /** Whether whoever waited for its answer waits in vain; who was answered before it was withdrawn does not. */
    public boolean endedWithoutAnswer() {
        var reply = reply();
        return state == State.NOT_ACCEPTED || state == State.WITHDRAWN && (reply == null || reply.acceptedAt() == null);
    }

    /** Who holds it: each minute exactly one. */
    public State.Holder holder() {
        return deferral().isWaiting() ? State.Holder.CITIZEN : state.holder();
    }

    @Override
    public WorkOrder order() {
        return this;
    }

    public UUID id() {
        return origin.workOrderId();
    }

    public CitizenRequest request() {
        return origin.request();
    }

    public int dispatches() {
        return handling.dispatches();
    }

    public int round() {
        return handling.round();
    }

    public Deferral deferral() {
        return handling.deferral();
    }

    /** None while no department has it. */
    public Parts parts() {
        var dispatch = dispatch();
        return dispatch == null || dispatch.parts() == null ? Parts.NONE : dispatch.parts();
    }

    /** Null while no department has it. */
    public @Nullable Dispatch dispatch() {
        return handling.dispatch();
    }

    /** The one under review or accepted; null when there is none or it was sent back. */
    public @Nullable Reply reply() {
        return handling.reply();
    }

    /** 主办; null while no department has it. */
    public @Nullable String lead() {
        var dispatch = dispatch();
        return dispatch == null ? null : dispatch.assignment().lead();
    }

    public boolean isGivenTo(String department) {
        var dispatch = dispatch();
        return dispatch != null
                && (department.equals(lead())
                        || dispatch.assignment().assisting().contains(department));
    }

    /** Since when it waits where it is: since it was dispatched, or opened. */
    public Instant since() {
        var dispatch = dispatch();
        return dispatch == null ? origin.openedAt() : dispatch.at();
    }

    /** The dispatch in force, where the state says that there is one. */
    public Dispatch inForce() {
        return Objects.requireNonNull(dispatch(), state.name());
    }

    /** The reply, where the state says that there is one. */
    public Reply given() {
        return Objects.requireNonNull(reply(), state.name());
    }

    String leadInForce() {
        return inForce().assignment().lead();
    }

    WorkOrderEvent dispatchedEvent() {
        var request = request();
        var assignment = inForce().assignment();
        var why = assignment.why();
        return new WorkOrderEvent.Dispatched(
                id(),
                origin.number(),
                dispatches(),
                round(),
                request.grid().value(),
                request.categoryCode(),
                request.urgency(),
                request.confidential(),
                assignment.lead(),
                assignment.assisting(),
                why == null ? null : new WorkOrderEvent.Rule(why.ruleId(), why.catalogueVersion(), why.clause()),
                origin.imported());
    }

    /** That it is the department's own again, if it waited for the citizen, and then what else is told. */
    WorkOrderEvent[] endingTheWait(WorkOrderEvent... told) {
        var events = new ArrayList<WorkOrderEvent>();
        if (deferral().isWaiting()) {
            events.add(new WorkOrderDeferralEvent.WaitingEnded(
                    id(), dispatches(), round(), leadInForce(), origin.imported()));
        }
        events.addAll(List.of(told));
        return events.toArray(WorkOrderEvent[]::new);
    }

    Transition by(
            Action action, Deed deed, @Nullable String department, @Nullable String words, WorkOrderEvent... events) {
        var said = words == null ? null : deed.said(words);
        return Transition.of(this, new TimelineEntry(deed.at(), action, deed.by(), department, said), events);
    }

    WorkOrder moved(Action action, Deed deed) {
        return moved(action, deed, action.to().get(0));
    }

    WorkOrder moved(Action action, Deed deed, State to) {
        action.require(deed.as(), state);
        if (!action.to().contains(to)) {
            throw new IllegalStateException(action + " does not lead to " + to);
        }
        var left = to == state ? handling : handling.with(deferral().left());
        var end = to.isFinal() ? deed.at() : null;
        // Nothing goes on for it any longer, whatever it does next.
        return new WorkOrder(origin, to, left, dispute, forwarding, null, end, version + 1);
    }

    WorkOrder with(Handling handled) {
        return new WorkOrder(origin, state, handled, dispute, forwarding, parent, closedAt, version);
    }

    WorkOrder with(Dispute disputed) {
        return new WorkOrder(origin, state, handling, disputed, forwarding, parent, closedAt, version);
    }

    WorkOrder with(@Nullable Forwarding forwarded) {
        return new WorkOrder(origin, state, handling, dispute, forwarded, parent, closedAt, version);
    }

    WorkOrder with(Parent merged) {
        return new WorkOrder(origin, state, handling, dispute, forwarding, merged, closedAt, version);
    }
}
