package cn.minyi5.escalation.ladder.domain;

import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.EscalationLadder.RungAhead;
import cn.minyi5.escalation.clock.domain.FiredRung;
import java.time.Duration;
import java.time.Instant;

/** A rung that a clock has reached and that fires now. */
public record ReachedRung(ClockRun run, FiredRung fired) {

    /**
     * @param now only tells how late the rung was noticed; what fires was decided without it
     * @param lateAfter a rung noticed later than this after its moment is called late-noticed; so is every rung of a
     *     clock that by now is known to have stopped
     */
    public static ReachedRung of(ClockRun run, RungAhead ahead, Instant now, Duration lateAfter) {
        var late = !run.isRunning() || now.isAfter(ahead.at().plus(lateAfter));
        return new ReachedRung(run, new FiredRung(ahead.rung(), ahead.at(), now, late));
    }

    public boolean is(Rung rung) {
        return fired.rung() == rung;
    }
}
