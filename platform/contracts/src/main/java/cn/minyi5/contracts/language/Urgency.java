package cn.minyi5.contracts.language;

/** How soon it hurts. */
public enum Urgency {
    NORMAL,
    URGENT
}
