package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a work order stands in its life (DOMAIN §4). The states of actions that do not exist yet (SUSPENDED 挂账,
 * FORWARDED_OUT 外转跟踪, MERGED 并案) come with their actions.
 */
public enum State {
    /** 待派单. */
    AWAITING_DISPATCH(Holder.DESK),
    /** 待签收. */
    AWAITING_SIGN(Holder.LEAD),
    /** 办理中. */
    IN_PROGRESS(Holder.LEAD),
    /** 退单待审. */
    RETURN_REVIEW(Holder.DESK),
    /** 会商裁定. */
    ARBITRATION(Holder.SUPERVISION_OFFICE),
    /** 答复待审. */
    REPLY_REVIEW(Holder.DESK),
    /** 待回访. */
    FOLLOW_UP(Holder.TEAM),
    /** 办结. */
    CLOSED(Holder.NOBODY),
    /** 不予受理. */
    NOT_ACCEPTED(Holder.NOBODY),
    /** 撤回. */
    WITHDRAWN(Holder.NOBODY);

    /** Who holds a work order: every minute of its life belongs to exactly one of them (DOMAIN §5). */
    public enum Holder {
        /** 工作专班, the dispatch desk. */
        DESK,
        /** 主办单位, the lead department. */
        LEAD,
        /** 督查室. */
        SUPERVISION_OFFICE,
        /** 民情书记服务队, which asks the citizen. */
        TEAM,
        /** Its life is over. */
        NOBODY
    }

    private final Holder holder;

    State(Holder holder) {
        this.holder = holder;
    }

    public Holder holder() {
        return holder;
    }

    public boolean isFinal() {
        return holder == Holder.NOBODY;
    }

    /** Of what somebody asks for. @throws Refusal {@code work-order.state-unknown} */
    public static State fromString(String name) {
        return Stream.of(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("work-order.state-unknown", "state")
                        .with("value", name)
                        .with("states", List.of(values())));
    }
}
