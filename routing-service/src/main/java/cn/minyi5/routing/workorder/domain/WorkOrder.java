package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 工单. One request that a department must handle, at one moment of its life. Its methods are the only transitions
 * there are; each returns the order as it then is, or refuses with 409 in a state that does not know the action.
 *
 * @param dispatches how often it has been dispatched; names the run of the clocks
 * @param dispatch null while no department has it
 * @param round 1, and one more for each rework 重办
 * @param reply the one under review or accepted; null when there is none or it was sent back
 * @param version one more for each transition
 */
public record WorkOrder(
        Origin origin,
        State state,
        int dispatches,
        @Nullable Dispatch dispatch,
        Disputes disputes,
        int round,
        @Nullable Reply reply,
        @Nullable Instant closedAt,
        int version) {

    public static WorkOrder open(Origin origin) {
        return new WorkOrder(origin, State.AWAITING_DISPATCH, 0, null, Disputes.NONE, 1, null, null, 1);
    }

    public WorkOrder dispatch(Assignment assignment, Instant at) {
        Action.DISPATCH.requireIn(state);
        return dispatched(assignment, at);
    }

    /** 不予受理. */
    public WorkOrder refuse(Instant at) {
        Action.REFUSE.requireIn(state);
        return to(State.NOT_ACCEPTED).closed(at);
    }

    /** @throws Refusal {@code work-order.not-the-lead} */
    public WorkOrder sign(String department, Instant at) {
        Action.SIGN.requireIn(state);
        requireLead(department);
        return to(State.IN_PROGRESS).with(inForce().signed(at));
    }

    /**
     * 退单. "Not ours": for the desk to look at, and the second time for the supervision office.
     *
     * @param window natural time since the dispatch; working hours come with the working calendar
     * @throws Refusal {@code work-order.not-the-lead}, {@code work-order.ruled-already},
     *     {@code work-order.return-window-closed}
     */
    public WorkOrder returnBecauseNotOurs(String department, Instant at, Duration window) {
        Action.RETURN.requireIn(state);
        requireLead(department);
        if (disputes.ruled()) {
            throw Refusal.conflict("work-order.ruled-already");
        }
        if (!inForce().mayBeReturnedAt(at, window)) {
            throw Refusal.conflict("work-order.return-window-closed").with("window", window.toString());
        }
        var returned = disputes.returnedOnceMore();
        return to(returned.needArbitration() ? State.ARBITRATION : State.RETURN_REVIEW)
                .with(returned);
    }

    /** The department is rid of it, and the desk has it again. */
    public WorkOrder acceptReturn() {
        Action.ACCEPT_RETURN.requireIn(state);
        return to(State.AWAITING_DISPATCH).withoutDispatch();
    }

    /** It is theirs after all: who had not signed counts as having signed now. */
    public WorkOrder rejectReturn(Instant at) {
        Action.REJECT_RETURN.requireIn(state);
        return to(State.IN_PROGRESS).with(inForce().signed(at));
    }

    /** 会商裁定. For good: it cannot be returned again. */
    public WorkOrder rule(Assignment assignment, Instant at) {
        Action.RULE.requireIn(state);
        return dispatched(assignment, at).with(disputes.settled());
    }

    /** @throws Refusal {@code work-order.not-the-lead} */
    public WorkOrder reply(String department, Reply given) {
        Action.REPLY.requireIn(state);
        requireLead(department);
        return to(State.REPLY_REVIEW).with(given);
    }

    public WorkOrder sendReplyBack() {
        Action.SEND_REPLY_BACK.requireIn(state);
        return to(State.IN_PROGRESS).with((Reply) null);
    }

    public WorkOrder acceptReply(Instant at) {
        Action.ACCEPT_REPLY.requireIn(state);
        return to(State.FOLLOW_UP).with(given().accepted(at));
    }

    /**
     * 回访. Closes the order, unless the citizen says that it is not solved: then it goes back to the same department
     * for the next round.
     *
     * @param asked the round that the citizen was asked about
     * @throws Refusal {@code work-order.other-round}
     */
    public WorkOrder followUp(int asked, Answer solved, Instant at) {
        Action.FOLLOW_UP.requireIn(state);
        if (asked != round) {
            throw Refusal.conflict("work-order.other-round").with("round", round);
        }
        return solved == Answer.NO
                ? dispatched(inForce().assignment(), at).nextRound()
                : to(State.CLOSED).closed(at);
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

    private void requireLead(String department) {
        if (!department.equals(lead())) {
            throw Refusal.forbidden("work-order.not-the-lead");
        }
    }

    private WorkOrder to(State next) {
        return new WorkOrder(origin, next, dispatches, dispatch, disputes, round, reply, closedAt, version + 1);
    }

    private WorkOrder dispatched(Assignment assignment, Instant at) {
        return to(State.AWAITING_SIGN).with((Reply) null).dispatchedOnceMore(Dispatch.to(assignment, at));
    }

    private WorkOrder dispatchedOnceMore(Dispatch next) {
        return new WorkOrder(origin, state, dispatches + 1, next, disputes, round, reply, closedAt, version);
    }

    private WorkOrder with(Dispatch changed) {
        return new WorkOrder(origin, state, dispatches, changed, disputes, round, reply, closedAt, version);
    }

    private WorkOrder withoutDispatch() {
        return new WorkOrder(origin, state, dispatches, null, disputes, round, reply, closedAt, version);
    }

    private WorkOrder with(Disputes changed) {
        return new WorkOrder(origin, state, dispatches, dispatch, changed, round, reply, closedAt, version);
    }

    private WorkOrder with(@Nullable Reply changed) {
        return new WorkOrder(origin, state, dispatches, dispatch, disputes, round, changed, closedAt, version);
    }

    private WorkOrder nextRound() {
        return new WorkOrder(origin, state, dispatches, dispatch, disputes, round + 1, reply, closedAt, version);
    }

    private WorkOrder closed(Instant at) {
        return new WorkOrder(origin, state, dispatches, dispatch, disputes, round, reply, at, version);
    }
}
