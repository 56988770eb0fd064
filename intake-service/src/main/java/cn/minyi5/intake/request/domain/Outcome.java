package cn.minyi5.intake.request.domain;

/** What the visit made of a request. */
public enum Outcome {
    /** 现场解决. */
    RESOLVED_ON_SPOT,
    /** 转办. */
    FORWARDED,
    /** 转交: a complaint about the supervision office itself, to the body that the installation names. */
    REFERRED
}
