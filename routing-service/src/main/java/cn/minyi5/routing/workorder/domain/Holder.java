package cn.minyi5.routing.workorder.domain;

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
