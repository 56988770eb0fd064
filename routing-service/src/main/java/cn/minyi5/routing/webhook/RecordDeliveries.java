package cn.minyi5.routing.webhook;

import cn.minyi5.contracts.EventCatalogue;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.messaging.HourlyUpkeep;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Writes down which subscription is to be told of what has happened, once for each event. */
@ApplicationScoped
public class RecordDeliveries {

    /** What can be subscribed to. */
    public static final List<String> TYPES =
            types().map(EventCatalogue::typeOf).sorted().toList();

    /**
     * By hand: all that waits, for all who want it, in one statement. Told is whom the event names, such as a department
     * that has just got rid of the order, and who leads or assists as long as the dispatch is the one that it is about. The
     * state is that of now: never older than the event. Complaints about officials go to no department (DOMAIN §7), and
     * history alarms nobody.
     */
    private static final String RECORD =
            """
            insert into webhook_delivery (
                id, subscription_id, event_id, work_order_id, sequence, type, happened_at, data, recorded_at, state,
                next_try_at)
            select gen_random_uuid(), subscription.id, told.event_id, work_order.id, coalesce(told.sequence, 0), $2,
                told.happened_at,
                jsonb_strip_nulls(jsonb_build_object(
                    'id', work_order.id, 'number', number, 'state', work_order.state, 'version', version,
                    'dispatchNo', coalesce(told.dispatch_no, dispatches), 'round', coalesce(told.round, work_order.round),
                    'categoryCode', category_code, 'gridCode', grid_code,
                    'department', coalesce(told.department, told.lead, work_order.lead))),
                $3, 'WAITING', $3
            from jsonb_to_recordset($1) as told (
                event_id uuid, work_order_id uuid, happened_at timestamptz, sequence bigint, dispatch_no int, round int,
                department text, lead text, assisting text[], imported boolean)
            join work_order on work_order.id = told.work_order_id and not confidential
            join webhook_subscription subscription
                on starts_with(grid_code, subscription.division)
                and (subscription.types = '{}' or $2 = any (subscription.types))
                and case when told.lead is not null
                    then subscription.department = any (told.lead || told.assisting)
                    else subscription.department = told.department
                        or coalesce(told.dispatch_no, dispatches) = dispatches
                            and subscription.department = any (work_order.lead || work_order.assisting) end
            where not coalesce(told.imported, false)
            on conflict do nothing""";

    private final Sql sql;

    RecordDeliveries(Sql sql) {
        this.sql = sql;
    }

    /** Those that work orders tell of themselves; an opening is no department's business yet. */
    public static Stream<Class<WorkOrderEvent>> types() {
        return kinds(WorkOrderEvent.class).filter(type -> type != (Class<?>) WorkOrderEvent.Opened.class);
    }

    /** Of a sealed interface, also of those that it is made of. */
    @SuppressWarnings("unchecked") // all of them are events of work orders, or no business of theirs
    private static Stream<Class<WorkOrderEvent>> kinds(Class<?> type) {
        return type.isInterface()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(RecordDeliveries::kinds)
                : Stream.of((Class<WorkOrderEvent>) type).filter(WorkOrderEvent.class::isAssignableFrom);
    }

    @Produces
    @Singleton
    static HourlyUpkeep deliveries(WebhookConfig config) {
        return new HourlyUpkeep("delete from webhook_delivery where recorded_at < $1", config.kept());
    }

    /** @param received of one type */
    public Uni<Void> of(List<Received<WorkOrderEvent>> received, Instant now) {
        var type = EventCatalogue.typeOf(received.get(0).event().getClass());
        return sql.update(RECORD, JsonRows.ofEvents(received), type, now).replaceWithVoid();
    }
}
