package cn.minyi5.routing.webhook.domain;

/** Where a delivery stands. */
public enum DeliveryState {
    /** 待送. For its turn, or for its next try. */
    WAITING,
    /** 已送达. */
    DELIVERED,
    /** 已放弃. After the last try; it can be replayed. */
    GIVEN_UP
}
