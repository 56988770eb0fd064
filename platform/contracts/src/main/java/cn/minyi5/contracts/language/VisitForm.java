package cn.minyi5.contracts.language;

/** 走访形式. */
public enum VisitForm {
    /** 入户. */
    HOUSEHOLD,
    /** 田间地头. */
    FIELD,
    /** 街头巷尾. */
    STREET,
    /** 座谈会. */
    MEETING
}
