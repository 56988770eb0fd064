package cn.minyi5.contracts.language;

/** Rungs of the ladder 催办, 红牌, 督办, in the order in which they are climbed. */
public enum Rung {
    /** 催办. */
    REMINDER,
    /** 红牌. */
    RED,
    /** 督办. */
    NOTICE
}
