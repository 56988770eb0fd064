package cn.minyi5.routing.workorder.domain;

import cn.minyi5.access.Roles;
import org.jspecify.annotations.Nullable;

/** Who takes part in the life of a work order, and the role they log in with. */
public enum Party {
    /** The county's rules and settings, and history that is brought along: may do whatever the state allows. */
    SYSTEM(null),
    /** 主办单位. A clerk of the lead department. */
    LEAD(Roles.CLERK),
    /** 工作专班. */
    DESK(Roles.DISPATCHER),
    /** 督查室. The county's alone: a township does not rule on whose an order is. */
    SUPERVISION_OFFICE(Roles.SUPERVISOR),
    /** 督查室 in the place of lead and desk, neither of which sees a confidential order. */
    SUPERVISION_OFFICE_IF_CONFIDENTIAL(Roles.SUPERVISOR),
    /** 民情书记服务队, or whoever asks the citizen in its place. Acts in intake, which tells of it. */
    TEAM(null);

    private final @Nullable String role;

    Party(@Nullable String role) {
        this.role = role;
    }

    /** Null where nobody logs in here. */
    public @Nullable String role() {
        return role;
    }
}
