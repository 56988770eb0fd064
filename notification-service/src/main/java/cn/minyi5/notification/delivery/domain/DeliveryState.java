package cn.minyi5.notification.delivery.domain;

/** 送达状态. */
public enum DeliveryState {
    /** For its first or next try. */
    WAITING,
    /** A copy of the service is at it; if that copy died, its time runs out and another takes over. */
    SENDING,
    SUCCEEDED,
    /** Given up, with the reason. */
    FAILED
}
