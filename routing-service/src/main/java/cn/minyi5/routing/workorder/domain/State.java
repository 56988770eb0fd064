package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** Where a work order stands in its life (DOMAIN §4). */
public enum State {
    /** 待派单. */
    AWAITING_DISPATCH(Holder.DESK),
    /** 待签收. */
    AWAITING_SIGN(Holder.LEAD),
    /** 办理中. Held by the citizen while the lead waits for them. */
    IN_PROGRESS(Holder.LEAD),
    /** 退单待审. */
    RETURN_REVIEW(Holder.DESK),
    /** 会商裁定. */
    ARBITRATION(Holder.SUPERVISION_OFFICE),
    /** 答复待审. */
    REPLY_REVIEW(Holder.DESK),
    /** 待回访. */
    FOLLOW_UP(Holder.TEAM),
    /** 挂账. */
    SUSPENDED(Holder.SUSPENDED),
    /** 外转跟踪. */
    FORWARDED_OUT(Holder.OUTSIDE),
    /** 办结. */
    CLOSED(Holder.NOBODY),
    /** 并案. */
    MERGED(Holder.NOBODY),
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
        /** 群众. The lead waits for the citizen. */
        CITIZEN,
        /** 挂账: nobody can go on with it now. */
        SUSPENDED,
        /** 外部平台, to which it was forwarded. */
        OUTSIDE,
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

    /** While somebody works on it, also where that is done for another order as well. */
    static List<State> withdrawable() {
        return Stream.of(values())
                .filter(state -> !state.isFinal() || state == MERGED)
                .toList();
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
