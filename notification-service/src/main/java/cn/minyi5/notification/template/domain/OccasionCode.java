package cn.minyi5.notification.template.domain;

/** The kinds of {@link Occasion}, as lists show them. */
public enum OccasionCode {
    DISPATCHED,
    RETURN_REQUESTED,
    REPLY_ACCEPTED,
    REMINDER,
    RED,
    NOTICE,
    BULLETIN
}
