package cn.minyi5.notification.document.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 依据. A row behind a figure.
 *
 * @param figure code of the figure
 * @param subject what it is about, such as a request's id
 * @param at the moment that puts it into its month
 * @param counted whether it is in the numerator too
 */
public record EvidenceRow(
        String figure,
        String subject,
        @Nullable String gridCode,
        @Nullable String department,
        @Nullable String categoryCode,
        Instant at,
        @Nullable Instant dueAt,
        @Nullable Instant stoppedAt,
        boolean counted) {}
