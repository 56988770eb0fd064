package cn.minyi5.contracts.language;

/** 时钟. Clocks of DOMAIN §5 that a work order can have. */
public enum ClockKind {
    SIGN,
    REPLY
}
