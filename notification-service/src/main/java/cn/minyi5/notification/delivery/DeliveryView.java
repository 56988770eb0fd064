package cn.minyi5.notification.delivery;

import cn.minyi5.contracts.language.CountyTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 回执. What became of one delivery. */
public record DeliveryView(
        UUID id,
        UUID eventId,
        String occasion,
        String about,
        String recipient,
        String channel,
        String state,
        int tries,
        @Nullable OffsetDateTime nextTryAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable String reason) {

    static DeliveryView of(DeliveryRow row) {
        var message = row.message;
        var delivery = row.delivery;
        return new DeliveryView(
                row.id,
                message.eventId,
                message.kind.name(),
                message.about,
                row.recipient,
                row.channel.name(),
                delivery.state().name(),
                delivery.tries(),
                local(delivery.nextTryAt()),
                local(delivery.endedAt()),
                delivery.reason());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant moment) {
        return moment == null ? null : CountyTime.at(moment);
    }
}
