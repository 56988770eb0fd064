package cn.minyi5.routing.workorder.domain;

import static cn.minyi5.routing.workorder.domain.Party.ASSISTING;
import static cn.minyi5.routing.workorder.domain.Party.DESK;
import static cn.minyi5.routing.workorder.domain.Party.HEAD;
import static cn.minyi5.routing.workorder.domain.Party.LEAD;
import static cn.minyi5.routing.workorder.domain.Party.PLATFORM;
import static cn.minyi5.routing.workorder.domain.Party.SECRETARY;
import static cn.minyi5.routing.workorder.domain.Party.SUPERVISION_OFFICE;
import static cn.minyi5.routing.workorder.domain.Party.SUPERVISION_OFFICE_IF_CONFIDENTIAL;
import static cn.minyi5.routing.workorder.domain.Party.SYSTEM;
import static cn.minyi5.routing.workorder.domain.Party.TEAM;
import static cn.minyi5.routing.workorder.domain.Party.TEAM_LEADER;
import static cn.minyi5.routing.workorder.domain.State.ARBITRATION;
import static cn.minyi5.routing.workorder.domain.State.AWAITING_DISPATCH;
import static cn.minyi5.routing.workorder.domain.State.AWAITING_SIGN;
import static cn.minyi5.routing.workorder.domain.State.CLOSED;
import static cn.minyi5.routing.workorder.domain.State.FORWARDED_OUT;
import static cn.minyi5.routing.workorder.domain.State.IN_PROGRESS;
import static cn.minyi5.routing.workorder.domain.State.MERGED;
import static cn.minyi5.routing.workorder.domain.State.NOT_ACCEPTED;
import static cn.minyi5.routing.workorder.domain.State.REPLY_REVIEW;
import static cn.minyi5.routing.workorder.domain.State.RETURN_REVIEW;
import static cn.minyi5.routing.workorder.domain.State.SUSPENDED;
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
    /** 并案. */
    MERGE(from(AWAITING_DISPATCH), by(DESK), to(MERGED), "DISPATCH stops; those of the parent run for it"),
    /** 解除并案. The parent ended without an answer, which its children wait for. */
    UNMERGE(from(MERGED), by(SYSTEM), to(AWAITING_DISPATCH), "DISPATCH starts"),
    /** 外转. To another platform, under its number there. */
    FORWARD_OUT(from(AWAITING_DISPATCH), by(DESK), to(FORWARDED_OUT), "DISPATCH stops"),
    /** 外转答复. */
    ANSWER_OUTSIDE(from(FORWARDED_OUT), by(DESK, PLATFORM), to(State.FOLLOW_UP), "FOLLOW_UP starts"),
    /** 外转退回. */
    TAKE_BACK(from(FORWARDED_OUT), by(DESK, PLATFORM), to(AWAITING_DISPATCH), "DISPATCH starts"),
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
    /** 协办签收. */
    SIGN_PART(from(AWAITING_SIGN, IN_PROGRESS), by(ASSISTING), to(AWAITING_SIGN, IN_PROGRESS), "all run on"),
    /** 协办交件. */
    HAND_IN_PART(from(AWAITING_SIGN, IN_PROGRESS), by(ASSISTING), to(AWAITING_SIGN, IN_PROGRESS), "all run on"),
    /** 确认协办. */
    CONFIRM_PART(from(IN_PROGRESS), by(LEAD), to(IN_PROGRESS), "all run on"),
    /** 退回协办. */
    SEND_PART_BACK(from(IN_PROGRESS), by(LEAD), to(IN_PROGRESS), "all run on"),
    /** 申请延期. */
    ASK_EXTENSION(from(IN_PROGRESS), by(LEAD, SUPERVISION_OFFICE_IF_CONFIDENTIAL), to(IN_PROGRESS), "all run on"),
    /** 同意延期. */
    GRANT_EXTENSION(from(IN_PROGRESS), by(DESK, SUPERVISION_OFFICE_IF_CONFIDENTIAL), to(IN_PROGRESS), "RESOLVE moves"),
    /** 不同意延期. */
    DENY_EXTENSION(from(IN_PROGRESS), by(DESK, SUPERVISION_OFFICE_IF_CONFIDENTIAL), to(IN_PROGRESS), "all run on"),
    /** 等待群众. */
    BEGIN_WAITING(from(IN_PROGRESS), by(LEAD, SUPERVISION_OFFICE_IF_CONFIDENTIAL), to(IN_PROGRESS), "RESOLVE pauses"),
    /** 恢复办理. */
    END_WAITING(from(IN_PROGRESS), by(LEAD, SUPERVISION_OFFICE_IF_CONFIDENTIAL), to(IN_PROGRESS), "RESOLVE runs on"),
    /** 申请挂账. */
    PROPOSE_SUSPENSION(from(IN_PROGRESS), by(HEAD, SUPERVISION_OFFICE_IF_CONFIDENTIAL), to(IN_PROGRESS), "all run on"),
    /** 同意挂账. */
    SUSPEND(from(IN_PROGRESS), by(SUPERVISION_OFFICE), to(SUSPENDED), "RESOLVE pauses; REPLY runs on in silence"),
    /** 不同意挂账. */
    DENY_SUSPENSION(from(IN_PROGRESS), by(SUPERVISION_OFFICE), to(IN_PROGRESS), "all run on"),
    /** 销账恢复. */
    RESUME(
            from(SUSPENDED),
            by(HEAD, SUPERVISION_OFFICE),
            to(IN_PROGRESS),
            "RESOLVE runs on; rungs of REPLY passed meanwhile fire"),
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
    /** 回访. Closes the order, or begins its next round: at the same department, or at the desk if none had it. */
    FOLLOW_UP(
            from(State.FOLLOW_UP),
            by(TEAM),
            to(CLOSED, AWAITING_SIGN, AWAITING_DISPATCH),
            "FOLLOW_UP stops; in a next round SIGN, REPLY and RESOLVE start"),
    /** 重新打开. Its next round, as after a follow-up. */
    REOPEN(
            from(CLOSED),
            by(SECRETARY, TEAM_LEADER, SUPERVISION_OFFICE),
            to(AWAITING_SIGN, AWAITING_DISPATCH),
            "SIGN, REPLY and RESOLVE start"),
    /** 撤回. The citizen does not want it any longer; what goes on for others goes on. */
    WITHDRAW(State.withdrawable(), by(TEAM), to(WITHDRAWN), "all stop");

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

    boolean isOfAPart() {
        return this == SIGN_PART || this == HAND_IN_PART || this == CONFIRM_PART || this == SEND_PART_BACK;
    }

    boolean leadsFrom(State state) {
        return from.contains(state);
    }

    void require(Set<Party> parties, State state) {
        if (!isFor(parties)) {
            throw Refusal.forbidden(by.get(0).refusal());
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
