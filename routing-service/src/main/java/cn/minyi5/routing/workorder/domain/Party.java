package cn.minyi5.routing.workorder.domain;

import cn.minyi5.access.Roles;
import org.jspecify.annotations.Nullable;

/** Who takes part in the life of a work order, the role they log in with, and what whoever is not it is told. */
public enum Party {
    /** The county's rules and settings, and history that is brought along: may do whatever the state allows. */
    SYSTEM(null, "work-order.not-the-desk"),
    /** 主办单位. A clerk of the lead department. */
    LEAD(Roles.CLERK, "work-order.not-the-lead"),
    /** 主办单位负责人. The head of the lead department. */
    HEAD(Roles.DEPARTMENT_HEAD, "work-order.not-the-head"),
    /** 协办单位. A clerk of a department that assists. */
    ASSISTING(Roles.CLERK, "work-order.not-assisting"),
    /** 工作专班. */
    DESK(Roles.DISPATCHER, "work-order.not-the-desk"),
    /** 督查室. The county's alone: a township does not rule on whose an order is. */
    SUPERVISION_OFFICE(Roles.SUPERVISOR, "work-order.not-the-supervision-office"),
    /** 督查室 in the place of lead and desk, neither of which sees a confidential order. */
    SUPERVISION_OFFICE_IF_CONFIDENTIAL(Roles.SUPERVISOR, "work-order.not-the-supervision-office"),
    /** 民情书记服务队, or whoever asks the citizen in its place. Acts in intake, which tells of it. */
    TEAM(null, "work-order.not-the-team"),
    /** 民情书记. Of the team that took the request. */
    SECRETARY(Roles.SECRETARY, "work-order.not-the-team"),
    /** 队长. Of the same team. */
    TEAM_LEADER(Roles.TEAM_LEADER, "work-order.not-the-team"),
    /** 外部平台, such as the city's 12345: tells what became of orders that were forwarded to it. */
    PLATFORM(Roles.INTEGRATION, "work-order.not-the-desk");

    private final @Nullable String role;
    private final String refusal;

    Party(@Nullable String role, String refusal) {
        this.role = role;
        this.refusal = refusal;
    }

    /** Null where nobody logs in here. */
    public @Nullable String role() {
        return role;
    }

    String refusal() {
        return refusal;
    }
}
