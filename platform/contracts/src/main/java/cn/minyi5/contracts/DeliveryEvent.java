package cn.minyi5.contracts;

import java.util.UUID;

/** 送达. What did not reach whom; what did stands in notification's table, and nobody reads it as an event. */
@Event.Topic("notification.deliveries")
public sealed interface DeliveryEvent extends Event {
    UUID deliveryId();

    @Override
    default String subject() {
        return deliveryId().toString();
    }

    /** Given up after all retries. */
    @Type("delivery.failed.v1")
    record Failed(UUID deliveryId, String recipient, String channel, String about, String reason)
            implements DeliveryEvent {}
}
