package cn.minyi5.notification.delivery.http;

import cn.minyi5.notification.delivery.application.DeliveryReport;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record DeliveryView(
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

    static DeliveryView of(DeliveryReport report) {
        return new DeliveryView(
                report.id(),
                report.eventId(),
                report.occasion().name(),
                report.about(),
                report.recipient(),
                report.channel().name(),
                report.state().name(),
                report.tries(),
                Moments.localOrNull(report.nextTryAt()),
                Moments.localOrNull(report.endedAt()),
                report.reason());
    }
}
