package cn.minyi5.escalation.figures.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row behind a figure.
 *
 * @param figure the code of the figure
 * @param subject the request's id, or the work order's number and dispatch such as {@code 2021-000012/1}
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
