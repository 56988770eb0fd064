package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockStatus.Ended;
import cn.minyi5.escalation.clock.domain.ClockStatus.Stopped;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.escalation.clock.domain.ClockedOrder;
import cn.minyi5.escalation.clock.domain.FiredRung;
import cn.minyi5.escalation.clock.domain.SlaClock;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import cn.minyi5.messaging.JsonRows;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A run as it is read, in one row with its turns and its rungs as arrays, and as it is written, in JSON by columns. */
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
                // Several can come at one moment, when a return is rejected; the view has them by name then.
                .sorted(Comparator.comparing(FiredRung::rung))
                .toList();
        return new ClockRun(id, order, kind, partition, policyId, new SlaClock(terms, startedAt, log), fired);
    }

    /** A run that begins. */
    static JsonObject started(ClockRun run) {
        var terms = run.clock().terms();
        return JsonRows.of(run.order())
                .mergeIn(computed(run))
                .put("kind", run.kind())
                .put("partition", run.partition())
                .put("policy_id", run.policyId().toString())
                .put("allowed_millis", terms.allowed().toMillis())
                .put("reminder_left_share", terms.reminderLeftShare())
                .put("notice_after_millis", terms.noticeAfter().toMillis())
                .put("started_at", run.clock().startedAt())
                .put("first_due_at", run.clock().firstDueAt());
    }

    /** What follows from the turns and the rungs: due moment, status, next rung. */
    static JsonObject computed(ClockRun run) {
        var status = run.clock().status();
        return new JsonObject()
                .put("id", run.id().toString())
                .put("due_at", run.clock().dueAt())
                .put("stopped_at", status instanceof Stopped stopped ? stopped.at() : null)
                .put("ended_at", status instanceof Ended ended ? ended.at() : null)
                .put("next_rung_at", run.nextRungAt().orElse(null));
    }
}
