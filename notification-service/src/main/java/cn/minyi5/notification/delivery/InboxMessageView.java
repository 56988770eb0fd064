package cn.minyi5.notification.delivery;

import cn.minyi5.contracts.language.CountyTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in somebody's inbox.
 *
 * @param about the id of the work order or, for a bulletin, of the document
 */
public record InboxMessageView(
        UUID id,
        String occasion,
        String about,
        String subject,
        String text,
        OffsetDateTime writtenAt,
        @Nullable OffsetDateTime readAt) {

    static InboxMessageView of(DeliveryRow row) {
        var message = row.message;
        return new InboxMessageView(
                row.id,
                message.kind.name(),
                message.about,
                message.text.subject(),
                message.text.body(),
                CountyTime.at(message.writtenAt),
                row.readAt == null ? null : CountyTime.at(row.readAt));
    }
}
