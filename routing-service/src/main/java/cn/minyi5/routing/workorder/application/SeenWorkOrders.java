package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The work orders that somebody can see; the others are not there. */
public interface SeenWorkOrders {

    /** @throws Refusal {@code work-order.unknown} */
    Uni<WorkOrder> get(Sight sight, UUID id);

    /** The story so far; the oldest first. */
    Uni<List<TimelineEntry>> timeline(UUID id);

    /**
     * Those that have waited longest first, with the number of all that match.
     *
     * @param after {@link Position#START}, or where the page before ended
     * @param limit 1 to 200
     */
    Uni<Page<WorkOrder>> page(Sight sight, WorkOrderFilter filter, Position after, int limit);

    /**
     * How many there are in each state that has any, by the time of the visit.
     *
     * @param from inclusive
     * @param before exclusive
     */
    Uni<Map<State, Long>> count(Sight sight, Instant from, Instant before);
}
