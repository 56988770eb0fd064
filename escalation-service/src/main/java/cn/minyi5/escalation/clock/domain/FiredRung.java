package cn.minyi5.escalation.clock.domain;

import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.EscalationLadder.RungAhead;
import java.time.Duration;
import java.time.Instant;

/** A rung that has fired. {@code rungAt} is when it came, {@code firedAt} when it was announced. */
public record FiredRung(Rung rung, Instant rungAt, Instant firedAt, boolean lateNoticed) {

    /**
     * A rung that fires now.
     *
     * @param now only tells how late the rung was noticed; what fires was decided without it
     * @param lateAfter a rung noticed later than this after its moment is called late-noticed; so is every rung of a
     *     clock that by now is known to have stopped
     */
    static FiredRung of(ClockRun run, RungAhead ahead, Instant now, Duration lateAfter) {
        var late = !run.isRunning() || now.isAfter(ahead.at().plus(lateAfter));
        return new FiredRung(ahead.rung(), ahead.at(), now, late);
    }
}
