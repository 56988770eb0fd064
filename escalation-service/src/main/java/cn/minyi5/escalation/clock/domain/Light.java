package cn.minyi5.escalation.clock.domain;

/** What a clock shows. */
public enum Light {
    GREEN,
    /** The share of time is left at which the clerk is reminded. */
    YELLOW,
    /** Past due. */
    RED
}
