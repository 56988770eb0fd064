package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.application.SeenWorkOrders;
import cn.minyi5.routing.workorder.application.Sight;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** How many work orders there are. */
@Path("/api/work-order-counts")
@RolesAllowed({Roles.CLERK, Roles.DEPARTMENT_HEAD, Roles.DISPATCHER, Roles.SUPERVISOR})
class WorkOrderCountResource {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final CurrentActor currentActor;
    private final SeenWorkOrders seenWorkOrders;

    WorkOrderCountResource(CurrentActor currentActor, SeenWorkOrders seenWorkOrders) {
        this.currentActor = currentActor;
        this.seenWorkOrders = seenWorkOrders;
    }

    /** @param byState every state, also those with none */
    record Counts(YearMonth from, YearMonth to, long total, Map<State, Long> byState) {
        static Counts of(YearMonth from, YearMonth to, Map<State, Long> counted) {
            var byState = new LinkedHashMap<State, Long>();
            for (var state : State.values()) {
                byState.put(state, counted.getOrDefault(state, 0L));
            }
            return new Counts(
                    from,
                    to,
                    byState.values().stream().mapToLong(Long::longValue).sum(),
                    byState);
        }
    }

    @GET
    @Operation(
            operationId = "countWorkOrders",
            summary = "各状态工单数 / Work orders by state, of visits in these months, both included")
    public Uni<Counts> count(
            @RestQuery @DefaultValue("2000-01") String from, @RestQuery @DefaultValue("2099-12") String to) {
        var first = month(from, "from");
        var last = month(to, "to");
        return seenWorkOrders
                .count(Sight.of(currentActor.get()), begin(first), begin(last.plusMonths(1)))
                .map(counted -> Counts.of(first, last, counted));
    }

    private static YearMonth month(String value, String field) {
        try {
            return YearMonth.parse(value);
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid("month.malformed", field).with("value", value);
        }
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(CHINA).toInstant();
    }
}
