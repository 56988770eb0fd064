package cn.minyi5.notification.delivery.http;

import cn.minyi5.notification.delivery.application.InboxMessage;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record InboxMessageView(
        UUID id,
        String occasion,
        String about,
        String subject,
        String text,
        OffsetDateTime writtenAt,
        @Nullable OffsetDateTime readAt) {

    static InboxMessageView of(InboxMessage message) {
        return new InboxMessageView(
                message.id(),
                message.occasion().name(),
                message.about(),
                message.text().subject(),
                message.text().body(),
                Moments.local(message.writtenAt()),
                Moments.localOrNull(message.readAt()));
    }
}
