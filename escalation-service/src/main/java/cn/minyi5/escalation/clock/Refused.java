package cn.minyi5.escalation.clock;

import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An order that is over before it was worked off. A refusal ({@code ENDED}) voids what its departments' clocks have run
 * until then; a withdrawal ({@code STOPPED}) stops all, and what was late by then stays late.
 */
record Refused(UUID workOrderId, UUID eventId, Instant refusedAt, ClockTurn.Kind turn) {

    Stream<Turned> end(ClockRun run) {
        var last = new ClockTurn(turn, refusedAt);
        return (turn == ClockTurn.Kind.STOPPED || run.kind().isOfDepartment())
                        && run.clock().startedAt().isBefore(refusedAt)
                        && !run.clock().turns().contains(last)
                ? Stream.of(Turned.by(eventId, last, run))
                : Stream.empty();
    }
}
