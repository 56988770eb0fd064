package cn.minyi5.escalation.figures;

import cn.minyi5.contracts.CatalogueEvent.Department;
import cn.minyi5.contracts.CatalogueEvent.Published;
import cn.minyi5.contracts.RequestEvent.Forwarded;
import cn.minyi5.contracts.RequestEvent.Referred;
import cn.minyi5.contracts.RequestEvent.ResolvedOnSpot;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.WorkOrderEvent.Closed;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.WorkOrderEvent.ReturnAccepted;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRejected;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRequested;
import cn.minyi5.contracts.WorkOrderEvent.Reworked;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.NotYet;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps a copy of every request, history included, by the time of the visit, of every dispatch with what came of it, and
 * of what departments and townships are called; within a unit of work. What concerns a dispatch that is not known
 * waits for it. By hand: one statement a list.
 */
@ApplicationScoped
public class Copies {

    private static final String REQUESTED =
            """
            insert into request_copy (request_id, grid_code, category_code, visited_at, on_spot, told_at)
            select request_id, grid_code, category_code, visited_at, $2, case when not imported then happened_at end
            from jsonb_to_recordset($1) as told (request_id uuid, grid_code text, category_code text,
                visited_at timestamptz, imported boolean, happened_at timestamptz)
            on conflict do nothing""";

    /** It counts in its county and month, and that is all that is told of it. */
    private static final String REFERRED =
            """
            insert into request_copy (request_id, grid_code, category_code, visited_at, on_spot, told_at)
            select request_id, division, category_code,
                   (month || '-01')::timestamp at time zone 'Asia/Shanghai', false, happened_at
            from jsonb_to_recordset($1) as told (request_id uuid, division text, month text, category_code text,
                happened_at timestamptz)
            on conflict do nothing""";

    private static final String DISPATCHED =
            """
            insert into dispatch_copy (work_order_id, dispatch_no, round, work_order_number, department, grid_code,
                                       category_code, confidential, dispatched_at)
            select work_order_id, dispatch_no, round, number, lead, grid_code, category_code, confidential, happened_at
            from jsonb_to_recordset($1) as told (work_order_id uuid, dispatch_no int, round int, number text, lead text,
                grid_code text, category_code text, confidential boolean, happened_at timestamptz)
            on conflict do nothing""";

    private static final String RETURNED =
            """
            insert into return_copy (event_id, work_order_id, dispatch_no, department, step, happened_at)
            select event_id, work_order_id, dispatch_no, told.department, $2, happened_at
            from jsonb_to_recordset($1) as told (event_id uuid, work_order_id uuid, dispatch_no int, department text,
                happened_at timestamptz)
            join dispatch_copy using (work_order_id, dispatch_no)
            returning work_order_id""";

    /** With the round that it answers; which dispatch that was, the view {@code follow_up_copy} says. */
    private static final String FOLLOWED_UP =
            """
            insert into follow_up (event_id, work_order_id, round, followed_up_at, solved, satisfied)
            select event_id, told.work_order_id, told.round - $2, happened_at, solved, satisfied
            from jsonb_to_recordset($1) as told (event_id uuid, work_order_id uuid, round int, happened_at timestamptz,
                solved text, satisfied text)
            where exists (select from dispatch_copy known
                          where known.work_order_id = told.work_order_id and known.round = told.round - $2)
            returning work_order_id""";

    /** By when it was told: a catalogue that is replayed changes nothing that a newer one has said. */
    private static final String NAMED =
            """
            insert into department_name (division, code, name, told_at)
            select distinct on (owner, code) owner, code, name, happened_at
            from jsonb_to_recordset($1) as told (departments jsonb, division text, happened_at timestamptz),
                 jsonb_to_recordset(told.departments) as department (code text, name text, division text),
                 coalesce(department.division, told.division, '') as owner
            order by owner, code, happened_at desc
            on conflict (division, code) do update set name = excluded.name, told_at = excluded.told_at
            where department_name.told_at <= excluded.told_at""";

    private final Sql sql;

    Copies(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> resolved(List<Received<ResolvedOnSpot>> received) {
        return sql.update(REQUESTED, JsonRows.ofEvents(received), true).replaceWithVoid();
    }

    public Uni<Void> forwarded(List<Received<Forwarded>> received) {
        return sql.update(REQUESTED, JsonRows.ofEvents(received), false).replaceWithVoid();
    }

    public Uni<Void> referred(List<Received<Referred>> received) {
        return sql.update(REFERRED, JsonRows.ofEvents(received)).replaceWithVoid();
    }

    public Uni<Void> dispatched(List<Received<Dispatched>> received) {
        return sql.update(DISPATCHED, JsonRows.ofEvents(received)).replaceWithVoid();
    }

    public Uni<Void> returned(List<Received<ReturnRequested>> received) {
        return requireKnown(received, RETURNED, "REQUESTED");
    }

    public Uni<Void> returnAccepted(List<Received<ReturnAccepted>> received) {
        return requireKnown(received, RETURNED, "ACCEPTED");
    }

    public Uni<Void> returnRejected(List<Received<ReturnRejected>> received) {
        return requireKnown(received, RETURNED, "REJECTED");
    }

    /** What another platform answered is in no department's figures (ADR 0033). */
    public Uni<Void> closed(List<Received<Closed>> received) {
        return followedUp(received.stream().filter(told -> told.event().department() != null), 0);
    }

    /** It tells the round that begins, and answers the one before it. */
    public Uni<Void> reworked(List<Received<Reworked>> received) {
        return followedUp(received.stream().filter(told -> told.event().department() != null), 1);
    }

    private <E extends WorkOrderEvent> Uni<Void> followedUp(Stream<Received<E>> ofDepartments, int roundsBack) {
        var answered = ofDepartments.toList();
        return answered.isEmpty() ? Uni.createFrom().voidItem() : requireKnown(answered, FOLLOWED_UP, roundsBack);
    }

    public Uni<Void> named(List<Received<Published>> received) {
        return sql.update(NAMED, JsonRows.ofEvents(received)).replaceWithVoid();
    }

    /** Names of departments and townships by division and code, 370828/ZJJ, as the last published catalogue has them. */
    public Uni<Map<String, String>> departmentNames() {
        return sql.list(Department.class, "select code, name, division from department_name")
                .map(known -> known.stream()
                        .collect(Collectors.toMap(one -> one.division() + "/" + one.code(), Department::name)));
    }

    private <E extends WorkOrderEvent> Uni<Void> requireKnown(
            List<Received<E>> received, String statement, Object... more) {
        var parameters = Stream.concat(Stream.of(JsonRows.ofEvents(received)), Stream.of(more))
                .toArray();
        return sql.values(UUID.class, statement, parameters)
                .map(Set::copyOf)
                .invoke(known -> received.stream()
                        .map(told -> told.event().workOrderId())
                        .filter(workOrder -> !known.contains(workOrder))
                        .findFirst()
                        .ifPresent(workOrder -> {
                            throw new NotYet("the dispatch");
                        }))
                .replaceWithVoid();
    }
}
