package cn.minyi5.contracts;

import java.util.UUID;

/** 送达. Receipts of what was sent to whom. */
@Event.Topic("notification.deliveries")
public sealed interface DeliveryEvent extends Event {
    UUID deliveryId();

    @Override
    default String subject() {
        return deliveryId().toString();
    }

    /** Handed to the channel ({@code IN_APP} or {@code EMAIL}), which took it. */
    @Type("delivery.succeeded.v1")
    record Succeeded(UUID deliveryId, String recipient, String channel, String about) implements DeliveryEvent {}

    /** Given up after all retries. */
    @Type("delivery.failed.v1")
    record Failed(UUID deliveryId, String recipient, String channel, String about, String reason)
            implements DeliveryEvent {}
}
