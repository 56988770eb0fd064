package cn.minyi5.intake.request.domain;

/** What somebody may see of a request. */
public enum Sight {
    /** As if it were not there. */
    NOTHING,
    /** The citizen masked, words without numbers. */
    MASKED,
    /** Everything: the team that took it. */
    FULL
}
