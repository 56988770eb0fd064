package cn.minyi5.routing.dispatch;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.routing.workorder.CitizenPrivacy;
import cn.minyi5.routing.workorder.WorkOrders;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.Source;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 立单并派单. Opens the work orders of forwarded requests and dispatches those for which one rule wins; what no rule wins
 * waits in the dispatch desk's queue. A request has one order, however often it is forwarded.
 */
@ApplicationScoped
public class OpenWorkOrders {

    /**
     * By hand, because it asks for all requests at once what opening their orders takes: this is the hot path. A county's
     * last number stays locked until the batch commits.
     */
    private static final String PREPARE =
            """
            with forwarded as materialized (
                select *, left(grid_code, 6) as county,
                       row_number() over (partition by left(grid_code, 6) order by no) as nth,
                       count(*) over (partition by left(grid_code, 6)) as together
                from unnest($1::uuid[], $2::timestamptz[], $3::text[])
                    with ordinality as told (request_id, forwarded_at, grid_code, no)
                where not exists (select from work_order where work_order.request_id = told.request_id)
            ), number as (
                insert into work_order_number_taken (county, last)
                select county, count(*) from forwarded group by county order by county
                on conflict (county) do update set last = work_order_number_taken.last + excluded.last
                returning county, last
            )
            select request_id, last - together + nth as serial,
                   coalesce(catalogue_in_force(grid_code, forwarded_at), 0) as catalogue_id
            from forwarded join number using (county)""";

    /** 工单号. The day is the day of opening in Asia/Shanghai; the county's serial number never begins anew. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(CountyTime.ZONE);

    private final Sql sql;
    private final FirstDispatches firstDispatches;
    private final WorkOrders workOrders;
    private final CitizenPrivacy privacy;

    OpenWorkOrders(Sql sql, FirstDispatches firstDispatches, WorkOrders workOrders, CitizenPrivacy privacy) {
        this.sql = sql;
        this.firstDispatches = firstDispatches;
        this.workOrders = workOrders;
        this.privacy = privacy;
    }

    /** What a request without an order needs for one; the catalogue's is the version in force when it was forwarded. */
    private record Opening(UUID requestId, long serial, int catalogueId) {}

    /** An event of which no work order can be made is refused and becomes a dead letter. */
    public Uni<Void> openAll(List<Received<RequestEvent.Forwarded>> received, Instant now) {
        return sql.list(
                        Opening.class,
                        PREPARE,
                        received.stream().map(one -> one.event().requestId()).toList(),
                        received.stream().map(Received::happenedAt).toList(),
                        received.stream().map(one -> one.event().gridCode()).toList())
                .flatMap(openings -> firstDispatches
                        .of(
                                received.stream().map(Received::event).toList(),
                                openings.stream().collect(Collectors.toMap(Opening::requestId, Opening::catalogueId)))
                        .map(decisions -> lives(received, openings, decisions, now)))
                .flatMap(lives -> Uni.combine()
                        .all()
                        .unis(workOrders.openAll(lives), privacy.remember(received))
                        .discardItems());
    }

    private List<Transition> lives(
            List<Received<RequestEvent.Forwarded>> received,
            List<Opening> openings,
            FirstDispatches.Decisions decisions,
            Instant now) {
        var byRequest = openings.stream().collect(Collectors.toMap(Opening::requestId, Function.identity()));
        var lives = new ArrayList<Transition>();
        for (var one : received) {
            var opening = byRequest.get(one.event().requestId());
            if (opening != null) {
                var life = life(one, opening.serial(), decisions, now);
                workOrders.announce(life, one.traceparent());
                lives.add(life);
            }
        }
        return lives;
    }

    private Transition life(
            Received<RequestEvent.Forwarded> received, long serial, FirstDispatches.Decisions decisions, Instant now) {
        var event = received.event();
        var openedAt = event.imported() ? received.happenedAt() : now;
        var history = event.history();
        var brought = history == null ? null : history.brought();
        var origin = new Origin(
                UuidCreator.getTimeOrderedEpoch(),
                "GD%s-%06d".formatted(DAY.format(openedAt), serial),
                CitizenRequest.of(event),
                openedAt,
                event.imported(),
                brought == null
                        ? Source.live(event.channel())
                        : new Source(
                                brought.channel(),
                                brought.externalNumber(),
                                brought.formerNumber(),
                                brought.importId()));
        var first = decisions.of(origin.request(), brought);
        if (history != null) {
            return new PastLife(history).retold(origin, first);
        }
        var assignment = first.assignment();
        var opening = Deed.automatic(openedAt);
        return assignment == null
                ? WorkOrder.open(origin, opening, first.words())
                : WorkOrder.open(origin, opening, null)
                        .then(order -> order.dispatch(assignment, first.words(), Deed.automatic(now)));
    }
}
