package cn.minyi5.routing.dispatch;

import cn.minyi5.contracts.HandoverEvent;
import cn.minyi5.contracts.ImportEvent;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.routing.workorder.domain.State;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 移交. Lists what an import has left open, once, when all its orders are there, in whatever order that becomes known. By
 * hand: counts that several transactions add to.
 */
@ApplicationScoped
public class Handovers {

    /** What a person reads; the rest is counted. */
    private static final int MOST_NAMED = 200;

    private static final String OPENED =
            """
            insert into handover (import_id, opened)
            select * from unnest($1::uuid[], $2::int[]) as told (import_id, opened) order by import_id
            on conflict (import_id) do update set opened = handover.opened + excluded.opened""";

    private static final String FINISHED =
            """
            insert into handover (import_id, expected, division, cut_over)
            select import_id, forwarded, division, cut_over
            from jsonb_to_recordset($1) as told (import_id uuid, forwarded int, division text, cut_over timestamptz)
            order by import_id
            on conflict (import_id) do update
            set expected = excluded.expected, division = excluded.division, cut_over = excluded.cut_over""";

    private static final String LEFT_OPEN =
            """
            with complete as (
                update handover set listed_at = $2
                where import_id = any ($1) and listed_at is null and opened >= expected
                returning import_id, division, cut_over)
            select import_id, complete.division, cut_over, lead, id, number, former_number
            from complete join work_order using (import_id)
            where state = any ($3) and not confidential order by number""";

    private final Sql sql;
    private final Outbox outbox;

    Handovers(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    private record LeftOpen(
            UUID importId,
            String division,
            Instant cutOver,
            @Nullable String lead,
            UUID id,
            String number,
            @Nullable String formerNumber) {}

    /** Counts those of the requests that are history; their orders are there. */
    public Uni<Void> opened(List<Received<RequestEvent.Forwarded>> received, Instant now) {
        var byImport = received.stream()
                .map(one -> one.event().history())
                .filter(history -> history != null && history.brought() != null)
                .collect(Collectors.groupingBy(
                        history -> history.brought().importId(), LinkedHashMap::new, Collectors.summingInt(one -> 1)));
        return byImport.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(OPENED, byImport.keySet(), byImport.values())
                        .chain(() -> listComplete(byImport.keySet(), now));
    }

    public Uni<Void> finishAll(List<Received<ImportEvent.Finished>> received, Instant now) {
        var imports = received.stream().map(told -> told.event().importId()).toList();
        return sql.update(FINISHED, JsonRows.ofEvents(received)).chain(() -> listComplete(imports, now));
    }

    private Uni<Void> listComplete(Collection<UUID> imports, Instant now) {
        var open = Stream.of(State.values()).filter(state -> !state.isFinal()).toList();
        return sql.list(LeftOpen.class, LEFT_OPEN, imports, now, open)
                .invoke(left -> left.stream()
                        .collect(Collectors.groupingBy(LeftOpen::importId))
                        .values()
                        .forEach(this::announce))
                .replaceWithVoid();
    }

    private void announce(List<LeftOpen> ofImport) {
        announce(null, ofImport);
        ofImport.stream()
                .filter(order -> order.lead() != null)
                .collect(Collectors.groupingBy(LeftOpen::lead, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::announce);
    }

    private void announce(@Nullable String department, List<LeftOpen> orders) {
        var any = orders.get(0);
        outbox.announce(new HandoverEvent.Listed(
                any.importId(),
                any.division(),
                department,
                CountyTime.at(any.cutOver()),
                orders.size(),
                orders.stream()
                        .limit(MOST_NAMED)
                        .map(order -> new HandoverEvent.Order(order.id(), order.number(), order.formerNumber()))
                        .toList()));
    }
}
