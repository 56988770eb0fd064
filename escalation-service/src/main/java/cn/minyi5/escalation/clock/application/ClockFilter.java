package cn.minyi5.escalation.clock.application;

import cn.minyi5.escalation.clock.domain.Standing;
import cn.minyi5.escalation.paging.Keyset;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks are asked for; null does not narrow.
 *
 * @param dueWithin running clocks that fall due between now and then
 */
public record ClockFilter(
        @Nullable UUID workOrderId,
        @Nullable String workOrderNumber,
        @Nullable String department,
        @Nullable Duration dueWithin,
        Standing.@Nullable State state,
        @Nullable Keyset after,
        int limit) {}
