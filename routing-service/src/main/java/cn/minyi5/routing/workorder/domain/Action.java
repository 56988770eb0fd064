package cn.minyi5.routing.workorder.domain;

import static cn.minyi5.routing.workorder.domain.State.ARBITRATION;
import static cn.minyi5.routing.workorder.domain.State.AWAITING_DISPATCH;
import static cn.minyi5.routing.workorder.domain.State.AWAITING_SIGN;
import static cn.minyi5.routing.workorder.domain.State.IN_PROGRESS;
import static cn.minyi5.routing.workorder.domain.State.REPLY_REVIEW;
import static cn.minyi5.routing.workorder.domain.State.RETURN_REVIEW;

import cn.minyi5.contracts.language.Refusal;
import java.util.Set;

/** What can be done to a work order, and in which states: the one guard of all transitions (DOMAIN §4). */
public enum Action {
    /** 立单. The beginning; leads from no state. */
    OPEN(),
    /** 派单. */
    DISPATCH(AWAITING_DISPATCH),
    /** 不予受理. */
    REFUSE(AWAITING_DISPATCH),
    /** 签收. */
    SIGN(AWAITING_SIGN),
    /** 退单. */
    RETURN(AWAITING_SIGN, IN_PROGRESS),
    /** 同意退单. */
    ACCEPT_RETURN(RETURN_REVIEW),
    /** 驳回退单. */
    REJECT_RETURN(RETURN_REVIEW),
    /** 会商裁定. */
    RULE(ARBITRATION),
    /** 答复. */
    REPLY(IN_PROGRESS),
    /** 退回答复. */
    SEND_REPLY_BACK(REPLY_REVIEW),
    /** 审核通过. */
    ACCEPT_REPLY(REPLY_REVIEW),
    /** 回访. */
    FOLLOW_UP(State.FOLLOW_UP);

    private final Set<State> from;

    Action(State... from) {
        this.from = Set.of(from);
    }

    public boolean isPossibleIn(State state) {
        return from.contains(state);
    }

    /** @throws Refusal {@code work-order.wrong-state}, with the state it found */
    void requireIn(State state) {
        if (!isPossibleIn(state)) {
            throw Refusal.conflict("work-order.wrong-state")
                    .with("state", state.name())
                    .with("action", name());
        }
    }
}
