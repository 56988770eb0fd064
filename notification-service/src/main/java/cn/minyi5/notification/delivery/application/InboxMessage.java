package cn.minyi5.notification.delivery.application;

import cn.minyi5.notification.template.domain.OccasionCode;
import cn.minyi5.notification.template.domain.Text;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in somebody's inbox.
 *
 * @param about the id of the work order or, for a bulletin, of the document
 */
public record InboxMessage(
        UUID id,
        OccasionCode occasion,
        String about,
        Text text,
        OffsetDateTime writtenAt,
        @Nullable OffsetDateTime readAt) {}
