package cn.minyi5.escalation.clock.http;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.FiredRung;
import cn.minyi5.escalation.clock.domain.Light;
import cn.minyi5.escalation.clock.domain.Standing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a clock.
 *
 * @param light at the moment of asking, or when it stopped
 * @param allowed in ISO 8601, such as PT1H
 * @param nextRungAt absent when nothing will fire
 * @param rungs those that have fired, in their order
 */
record ClockView(
        UUID workOrderId,
        String workOrderNumber,
        ClockKind clock,
        int dispatchNo,
        int round,
        String department,
        String gridCode,
        String categoryCode,
        boolean imported,
        Standing.State state,
        Light light,
        String allowed,
        OffsetDateTime startedAt,
        OffsetDateTime dueAt,
        @Nullable OffsetDateTime stoppedAt,
        @Nullable OffsetDateTime nextRungAt,
        List<RungView> rungs) {

    record RungView(Rung rung, OffsetDateTime rungAt, OffsetDateTime firedAt, boolean lateNoticed) {

        static RungView of(FiredRung fired) {
            return new RungView(
                    fired.rung(), CountyTime.at(fired.rungAt()), CountyTime.at(fired.firedAt()), fired.lateNoticed());
        }
    }

    static ClockView of(ClockRun run, Instant now) {
        var order = run.order();
        var clock = run.clock();
        return new ClockView(
                order.workOrderId(),
                order.number(),
                run.kind(),
                order.dispatchNo(),
                order.round(),
                order.department(),
                order.gridCode(),
                order.categoryCode(),
                order.imported(),
                clock.standing().state(),
                clock.lightAt(now),
                clock.terms().allowed().toString(),
                CountyTime.at(clock.startedAt()),
                CountyTime.at(clock.dueAt()),
                stoppedAt(clock.standing()),
                run.nextRungAt().map(CountyTime::at).orElse(null),
                run.fired().stream().map(RungView::of).toList());
    }

    private static @Nullable OffsetDateTime stoppedAt(Standing standing) {
        if (standing instanceof Standing.Stopped stopped) {
            return CountyTime.at(stopped.at());
        }
        return standing instanceof Standing.Ended ended ? CountyTime.at(ended.at()) : null;
    }
}
