package cn.minyi5.contracts.language;

/** 来源. By what way a request came to the county (DOMAIN §3). */
public enum Channel {
    /** 走访. */
    WALK,
    /** 12345 热线; carries that platform's number. */
    HOTLINE_12345,
    /** 接待日. */
    RECEPTION,
    OPEN311
}
