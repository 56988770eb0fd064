package cn.minyi5.routing.workorder.domain;

import static cn.minyi5.routing.workorder.domain.Party.DESK;
import static cn.minyi5.routing.workorder.domain.Party.LEAD;
import static cn.minyi5.routing.workorder.domain.Party.SUPERVISION_OFFICE;
import static cn.minyi5.routing.workorder.domain.Party.SUPERVISION_OFFICE_IF_CONFIDENTIAL;
import static cn.minyi5.routing.workorder.domain.Party.SYSTEM;
import static cn.minyi5.routing.workorder.domain.Party.TEAM;
import static cn.minyi5.routing.workorder.domain.State.ARBITRATION;
import static cn.minyi5.routing.workorder.domain.State.AWAITING_DISPATCH;
import static cn.minyi5.routing.workorder.domain.State.AWAITING_SIGN;
import static cn.minyi5.routing.workorder.domain.State.CLOSED;
import static cn.minyi5.routing.workorder.domain.State.IN_PROGRESS;
import static cn.minyi5.routing.workorder.domain.State.NOT_ACCEPTED;
import static cn.minyi5.routing.workorder.domain.State.REPLY_REVIEW;
import static cn.minyi5.routing.workorder.domain.State.RETURN_REVIEW;
import static cn.minyi5.routing.workorder.domain.State.WITHDRAWN;

import cn.minyi5.contracts.language.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The table of all transitions (DOMAIN §4): from which states, by whom, to which states, and what the clocks do. Guards,
 * what the API says is allowed, and the table in the service's README come from here.
 */
public enum Action {
    /** 立单. */
    OPEN(List.of(), by(SYSTEM), to(AWAITING_DISPATCH), "DISPATCH starts"),
    /** 派单. */
    DISPATCH(
            from(AWAITING_DISPATCH),
            by(SYSTEM, DESK),
            to(AWAITING_SIGN),
            "DISPATCH stops; SIGN, REPLY and RESOLVE start"),
    /** 不予受理. */
    REFUSE(from(AWAITING_DISPATCH), by(DESK), to(NOT_ACCEPTED), "DISPATCH stops"),
    /** 签收. */
    SIGN(from(AWAITING_SIGN), by(LEAD, SUPERVISION_OFFICE_IF_CONFIDENTIAL), to(IN_PROGRESS), "SIGN stops"),
    /** 退单. For the desk; the second one of an order is for the supervision office. */
    RETURN(
            from(AWAITING_SIGN, IN_PROGRESS),
            by(LEAD),
            to(RETURN_REVIEW, ARBITRATION),
            "SIGN stops; REVIEW or ARBITRATION starts; REPLY and RESOLVE run on in silence"),
    /** 同意退单. */
    ACCEPT_RETURN(
            from(RETURN_REVIEW), by(DESK), to(AWAITING_DISPATCH), "REVIEW stops; this dispatch's clocks are void"),
    /** 驳回退单. */
    REJECT_RETURN(from(RETURN_REVIEW), by(DESK), to(IN_PROGRESS), "REVIEW stops; rungs passed meanwhile fire"),
    /** 会商裁定. */
    RULE(
            from(ARBITRATION),
            by(SUPERVISION_OFFICE),
            to(AWAITING_SIGN),
            "ARBITRATION stops; earlier runs are void; SIGN, REPLY and RESOLVE start"),
    /** 答复. */
    REPLY(
            from(IN_PROGRESS),
            by(LEAD, SUPERVISION_OFFICE_IF_CONFIDENTIAL),
            to(REPLY_REVIEW),
            "REPLY stops, for good once accepted; REVIEW starts"),
    /** 退回答复. */
    SEND_REPLY_BACK(
            from(REPLY_REVIEW),
            by(DESK, SUPERVISION_OFFICE_IF_CONFIDENTIAL),
            to(IN_PROGRESS),
            "REVIEW stops; REPLY and RESOLVE run on from what had elapsed"),
    /** 审核通过. */
    ACCEPT_REPLY(
            from(REPLY_REVIEW),
            by(SYSTEM, DESK, SUPERVISION_OFFICE_IF_CONFIDENTIAL),
            to(State.FOLLOW_UP),
            "REVIEW and RESOLVE stop; FOLLOW_UP starts"),
    /** 回访. Closes the order, or begins its next round at the same department. */
    FOLLOW_UP(
            from(State.FOLLOW_UP),
            by(TEAM),
            to(CLOSED, AWAITING_SIGN),
            "FOLLOW_UP stops; in a next round SIGN, REPLY and RESOLVE start"),
    /** 撤回. The citizen does not want it any longer. */
    WITHDRAW(
            from(
                    AWAITING_DISPATCH,
                    AWAITING_SIGN,
                    IN_PROGRESS,
                    RETURN_REVIEW,
                    ARBITRATION,
                    REPLY_REVIEW,
                    State.FOLLOW_UP),
            by(TEAM),
            to(WITHDRAWN),
            "all stop");

    private final List<State> from;
    private final List<Party> by;
    private final List<State> to;
    private final String clocks;

    Action(List<State> from, List<Party> by, List<State> to, String clocks) {
        this.from = from;
        this.by = by;
        this.to = to;
        this.clocks = clocks;
    }

    public List<State> from() {
        return from;
    }

    public List<Party> by() {
        return by;
    }

    public List<State> to() {
        return to;
    }

    public String clocks() {
        return clocks;
    }

    /** Refuses what nobody of these roles ever does. */
    public void requireRole(Set<String> roles) {
        if (by.stream().noneMatch(party -> party.role() != null && roles.contains(party.role()))) {
            throw Refusal.forbidden("actor.wrong-role");
        }
    }

    boolean isFor(Set<Party> parties) {
        return parties.contains(SYSTEM) || !Collections.disjoint(by, parties);
    }

    boolean leadsFrom(State state) {
        return from.contains(state);
    }

    void require(Set<Party> parties, State state) {
        if (!isFor(parties)) {
            if (by.contains(LEAD)) {
                throw Refusal.forbidden("work-order.not-the-lead");
            }
            throw by.contains(SUPERVISION_OFFICE)
                    ? Refusal.forbidden("work-order.not-the-supervision-office")
                    : Refusal.forbidden("work-order.not-the-desk");
        }
        if (!leadsFrom(state)) {
            throw Refusal.conflict("work-order.wrong-state")
                    .with("state", state.name())
                    .with("action", name());
        }
    }

    private static List<State> from(State... states) {
        return List.of(states);
    }

    private static List<Party> by(Party... parties) {
        return List.of(parties);
    }

    private static List<State> to(State... states) {
        return List.of(states);
    }
}
