package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.escalation.clock.domain.ClockedOrder;
import cn.minyi5.escalation.clock.domain.FiredRung;
import cn.minyi5.escalation.clock.domain.SlaClock;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A run as one row: its turns and its rungs come as arrays. */
record ClockRow(
        UUID id,
        ClockedOrder order,
        ClockKind kind,
        int partition,
        UUID policyId,
        PolicyTerms terms,
        Instant startedAt,
        List<ClockTurn.Kind> turns,
        List<Instant> turnedAt,
        List<Rung> rungs,
        List<Instant> rungAt,
        List<Instant> firedAt,
        List<Boolean> lateNoticed) {

    ClockRun run() {
        var log = IntStream.range(0, turns.size())
                .mapToObj(i -> new ClockTurn(turns.get(i), turnedAt.get(i)))
                .toList();
        var fired = IntStream.range(0, rungs.size())
                .mapToObj(i -> new FiredRung(rungs.get(i), rungAt.get(i), firedAt.get(i), lateNoticed.get(i)))
                .toList();
        return new ClockRun(id, order, kind, partition, policyId, new SlaClock(terms, startedAt, log), fired);
    }
}
