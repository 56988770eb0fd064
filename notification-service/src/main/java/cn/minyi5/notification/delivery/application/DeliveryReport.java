package cn.minyi5.notification.delivery.application;

import cn.minyi5.notification.delivery.domain.ChannelCode;
import cn.minyi5.notification.delivery.domain.DeliveryState;
import cn.minyi5.notification.template.domain.OccasionCode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 回执. What became of one delivery. */
public record DeliveryReport(
        UUID id,
        UUID eventId,
        OccasionCode occasion,
        String about,
        String recipient,
        ChannelCode channel,
        DeliveryState state,
        int tries,
        @Nullable OffsetDateTime nextTryAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable String reason) {}
