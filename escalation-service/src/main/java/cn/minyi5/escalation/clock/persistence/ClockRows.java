package cn.minyi5.escalation.clock.persistence;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.escalation.clock.domain.ClockedOrder;
import cn.minyi5.escalation.clock.domain.FiredRung;
import cn.minyi5.escalation.clock.domain.SlaClock;
import cn.minyi5.escalation.clock.domain.Standing.Ended;
import cn.minyi5.escalation.clock.domain.Standing.Stopped;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Runs as rows: the clock, its turns and its rungs come in one row, the latter two as arrays. */
final class ClockRows {

    private ClockRows() {}

    static List<ClockRun> runs(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ClockRows::run)
                .toList();
    }

    static Tuple started(ClockRun run) {
        var order = run.order();
        var terms = run.clock().terms();
        return Tuple.from(new Object[] {
            run.id(),
            order.workOrderId(),
            run.kind().name(),
            order.dispatchNo(),
            order.round(),
            order.number(),
            order.gridCode(),
            order.categoryCode(),
            order.confidential(),
            order.imported(),
            order.department(),
            run.partition(),
            run.policyId(),
            terms.allowed().toMillis(),
            terms.reminderLeftShare(),
            terms.noticeAfter().toMillis(),
            utc(run.clock().startedAt()),
            utc(run.clock().dueAt()),
            utc(run.nextRungAt().orElse(null))
        });
    }

    static Tuple computed(ClockRun run) {
        var standing = run.clock().standing();
        return Tuple.of(
                run.id(),
                utc(run.clock().dueAt()),
                utc(standing instanceof Stopped stopped ? stopped.at() : null),
                utc(standing instanceof Ended ended ? ended.at() : null),
                utc(run.nextRungAt().orElse(null)));
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static ClockRun run(Row row) {
        var terms = new PolicyTerms(
                Duration.ofMillis(row.getLong("allowed_millis")),
                row.getBigDecimal("reminder_left_share"),
                Duration.ofMillis(row.getLong("notice_after_millis")));
        return new ClockRun(
                row.getUUID("id"),
                order(row),
                ClockKind.valueOf(row.getString("kind")),
                row.getInteger("partition"),
                row.getUUID("policy_id"),
                new SlaClock(terms, row.getOffsetDateTime("started_at").toInstant(), turns(row)),
                fired(row));
    }

    private static ClockedOrder order(Row row) {
        return new ClockedOrder(
                row.getUUID("work_order_id"),
                row.getString("work_order_number"),
                row.getInteger("dispatch_no"),
                row.getInteger("round"),
                row.getString("grid_code"),
                row.getString("category_code"),
                row.getBoolean("confidential"),
                row.getString("department"),
                row.getBoolean("imported"));
    }

    private static List<ClockTurn> turns(Row row) {
        var kinds = row.getArrayOfStrings("turns");
        var moments = row.getArrayOfOffsetDateTimes("turned_at");
        if (kinds == null) {
            return List.of();
        }
        return IntStream.range(0, kinds.length)
                .mapToObj(i -> new ClockTurn(ClockTurn.Kind.valueOf(kinds[i]), moments[i].toInstant()))
                .toList();
    }

    private static List<FiredRung> fired(Row row) {
        var rungs = row.getArrayOfStrings("rungs");
        var rungAt = row.getArrayOfOffsetDateTimes("rung_at");
        var firedAt = row.getArrayOfOffsetDateTimes("fired_at");
        var late = row.getArrayOfBooleans("late_noticed");
        if (rungs == null) {
            return List.of();
        }
        return IntStream.range(0, rungs.length)
                .mapToObj(i ->
                        new FiredRung(Rung.valueOf(rungs[i]), rungAt[i].toInstant(), firedAt[i].toInstant(), late[i]))
                .toList();
    }
}
