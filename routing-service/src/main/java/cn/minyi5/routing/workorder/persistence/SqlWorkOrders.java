package cn.minyi5.routing.workorder.persistence;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.OutboxRow;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.application.Step;
import cn.minyi5.routing.workorder.application.WorkOrders;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlWorkOrders implements WorkOrders {

    private static final String LOCK = "select * from work_order where id = $1 for update";

    /**
     * Order, timeline and outbox in one round trip, the first time and every time after. What never changes about an
     * order is not updated.
     */
    private static final String SAVE =
            """
            with told as (
                insert into work_order_timeline (work_order_id, at, action, done_by, department, words)
                select $1, at, action, done_by, department, words
                from unnest($2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])
                         with ordinality as entry (at, action, done_by, department, words, n)
                order by n
            ), announced as (
                insert into outbox (event_id, topic, key, type, happened_at, traceparent, data)
                select event_id, topic, $1::uuid::text, type, happened_at, $12, data
                from unnest($7::uuid[], $8::text[], $9::text[], $10::timestamptz[], $11::bytea[])
                         with ordinality as event (event_id, topic, type, happened_at, data, n)
                order by n
            )
            insert into work_order as known (id,
                number, request_id, grid_code, category_code, urgency, text, anonymous, citizen_name, citizen_phone,
                team_code, visited_at, confidential, imported, opened_at,
                state, version, round, dispatches, returns, ruled,
                lead, assisting, rule_id, catalogue_version, clause, dispatched_at, signed_at,
                result_code, reply_text, contact_log, replied_at, accepted_at, closed_at)
            values ($1,
                $13, $14, $15, $16, $17, $18, $19, $20, $21,
                $22, $23, $24, $25, $26,
                $27, $28, $29, $30, $31, $32,
                $33, $34, $35, $36, $37, $38, $39,
                $40, $41, $42, $43, $44, $45)
            on conflict (id) do update set
                state = excluded.state, version = excluded.version, round = excluded.round,
                dispatches = excluded.dispatches, returns = excluded.returns, ruled = excluded.ruled,
                lead = excluded.lead, assisting = excluded.assisting, rule_id = excluded.rule_id,
                catalogue_version = excluded.catalogue_version, clause = excluded.clause,
                dispatched_at = excluded.dispatched_at, signed_at = excluded.signed_at,
                result_code = excluded.result_code, reply_text = excluded.reply_text,
                contact_log = excluded.contact_log, replied_at = excluded.replied_at,
                accepted_at = excluded.accepted_at, closed_at = excluded.closed_at""";

    @Override
    public Uni<WorkOrder> lock(Transaction tx, UUID id) {
        return tx.connection().preparedQuery(LOCK).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(WorkOrderRow::order)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("work-order.unknown")));
    }

    @Override
    public Uni<Void> save(Transaction tx, Step step) {
        var tuple = Tuple.tuple().addUUID(step.order().id());
        addTimeline(tuple, step.timeline());
        addEvents(
                tuple,
                step.announcements().stream()
                        .map(it -> OldOutbox.row(tx, it.event(), it.at()))
                        .toList());
        tuple.addString(tx.traceparent());
        WorkOrderRow.addTo(tuple, step.order());
        return tx.connection().preparedQuery(SAVE).execute(tuple).replaceWithVoid();
    }

    @Override
    public Uni<List<TimelineEntry>> timeline(Transaction tx, UUID id) {
        return TimelineRow.read(tx.connection(), id);
    }

    private static void addTimeline(Tuple tuple, List<TimelineEntry> entries) {
        tuple.addArrayOfOffsetDateTime(moments(entries, TimelineEntry::at))
                .addArrayOfString(strings(entries, entry -> entry.action().name()))
                .addArrayOfString(strings(entries, TimelineEntry::by))
                .addArrayOfString(strings(entries, TimelineEntry::department))
                .addArrayOfString(strings(entries, TimelineEntry::words));
    }

    private static void addEvents(Tuple tuple, List<OutboxRow> events) {
        tuple.addArrayOfUUID(events.stream().map(OutboxRow::eventId).toArray(UUID[]::new))
                .addArrayOfString(strings(events, OutboxRow::topic))
                .addArrayOfString(strings(events, OutboxRow::type))
                .addArrayOfOffsetDateTime(moments(events, OutboxRow::happenedAt))
                .addValue(events.stream()
                        .map(event -> Buffer.buffer(event.data()))
                        .toArray(Buffer[]::new));
    }

    private static <T> String[] strings(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static <T> OffsetDateTime[] moments(List<T> rows, Function<T, Instant> value) {
        return rows.stream()
                .map(row -> value.apply(row).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
