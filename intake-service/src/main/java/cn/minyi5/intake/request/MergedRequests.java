package cn.minyi5.intake.request;

import cn.minyi5.contracts.WorkOrderDiversionEvent;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * 并案. Whoever asked for what was merged hears the answer to the order that goes on, by the same link that leads from a
 * duplicate to its original (ADR 0026, 0033). By hand: one statement for all that were heard together, one after the other
 * over all copies, as links are made by people.
 */
@ApplicationScoped
public class MergedRequests {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('links of duplicates'))";

    /** What goes on for others hears its own answer and no longer another's, so that no link leads to another. */
    private static final String GOES_ON =
            """
            delete from duplicate_request using jsonb_to_recordset($1) as told (parent_request_id uuid)
            where duplicate_request.request_id = told.parent_request_id""";

    private static final String LINK =
            """
            with told as (
                select request_id, parent_request_id, happened_at
                from jsonb_to_recordset($1) as told (request_id uuid, parent_request_id uuid, happened_at timestamptz)),
            lead_on as (
                update duplicate_request led set original_id = told.parent_request_id
                from told where led.original_id = told.request_id)
            insert into duplicate_request (request_id, original_id, linked_by, linked_at)
            select told.request_id, told.parent_request_id, '并案', told.happened_at
            from told join known_work_order known on known.request_id = told.request_id and known.ended = 'MERGED'
            on conflict (request_id) do update
            set original_id = excluded.original_id, linked_by = excluded.linked_by, linked_at = excluded.linked_at""";

    private static final String UNLINK =
            """
            delete from duplicate_request using jsonb_to_recordset($1) as told (request_id uuid, parent_request_id uuid)
            where duplicate_request.request_id = told.request_id and original_id = told.parent_request_id
              and linked_by = '并案'""";

    private final Sql sql;

    MergedRequests(Sql sql) {
        this.sql = sql;
    }

    /** Those that are merged still: what has been released meanwhile goes on by itself. */
    public Uni<Void> link(List<Received<WorkOrderDiversionEvent.Merged>> merged) {
        var told = JsonRows.ofEvents(merged);
        return sql.rows(LOCK)
                .chain(() -> sql.update(GOES_ON, told))
                .chain(() -> sql.update(LINK, told))
                .replaceWithVoid();
    }

    /** 解除并案. They hear their own answer again. */
    public Uni<Void> unlink(List<Received<WorkOrderDiversionEvent.Unmerged>> unmerged) {
        return sql.rows(LOCK)
                .chain(() -> sql.update(UNLINK, JsonRows.ofEvents(unmerged)))
                .replaceWithVoid();
    }
}
