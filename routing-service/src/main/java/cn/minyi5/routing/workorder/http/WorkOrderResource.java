package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.HoldingQueries;
import cn.minyi5.routing.workorder.HoldingQueries.Holding;
import cn.minyi5.routing.workorder.WorkOrderPage;
import cn.minyi5.routing.workorder.WorkOrderQueries;
import cn.minyi5.routing.workorder.WorkOrderSheet;
import cn.minyi5.routing.workorder.WorkOrderView;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Work orders in lists, one by one and in numbers, each for whom it concerns. */
@Path("/api")
@RolesAllowed({
    Roles.CLERK,
    Roles.DEPARTMENT_HEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.SECRETARY,
    Roles.TEAM_LEADER
})
class WorkOrderResource {

    private static final WorkOrderQueries.Filter AWAITING_DISPATCH =
            new WorkOrderQueries.Filter(List.of(State.AWAITING_DISPATCH), null, null, null, null, null);

    private final CurrentActor currentActor;
    private final WorkOrderQueries queries;
    private final WorkOrderSheet sheet;
    private final HoldingQueries holdings;

    WorkOrderResource(
            CurrentActor currentActor, WorkOrderQueries queries, WorkOrderSheet sheet, HoldingQueries holdings) {
        this.currentActor = currentActor;
        this.queries = queries;
        this.sheet = sheet;
        this.holdings = holdings;
    }

    record Held(List<Holding> items) {}

    /** @param byState every state, also those with none */
    record Counts(YearMonth from, YearMonth to, long total, Map<State, Long> byState) {
        static Counts of(YearMonth from, YearMonth to, Map<State, Long> byState) {
            var total = byState.values().stream().mapToLong(Long::longValue).sum();
            return new Counts(from, to, total, byState);
        }
    }

    @GET
    @Path("work-orders")
    @Operation(
            operationId = "listWorkOrders",
            summary = "工单列表 / Work orders, the longest waiting first, or by true due time what is late first")
    public Uni<WorkOrderPage> list(
            @BeanParam @Valid ListQuery asked,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return queries.page(currentActor.get(), asked.filter(), asked.order(), Cursor.parse(after), limit);
    }

    @GET
    @Path("work-orders.csv")
    @Produces("text/csv;charset=utf-8")
    @Operation(operationId = "downloadWorkOrders", summary = "导出工单 / The same list as CSV, all of it")
    public RestMulti<String> csv(@BeanParam @Valid ListQuery asked) {
        return RestMulti.fromMultiData(sheet.csv(currentActor.get(), asked.filter(), asked.order()))
                .header("Content-Disposition", "attachment; filename=\"work-orders.csv\"")
                .build();
    }

    @GET
    @Path("work-order-holdings")
    @RolesAllowed({Roles.CLERK, Roles.DEPARTMENT_HEAD, Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(
            operationId = "listHoldings",
            summary = "在手工单 / Who has how many open orders in hand, how many are late, when the next is due")
    public Uni<Held> holdings() {
        return holdings.all(currentActor.get()).map(Held::new);
    }

    @GET
    @Path("work-orders/{id}")
    @Operation(operationId = "getWorkOrder", summary = "工单详情 / One work order with its timeline")
    public Uni<RestResponse<WorkOrderView>> get(@RestPath UUID id) {
        return queries.get(currentActor.get(), id).map(view -> RestResponse.ResponseBuilder.ok(view)
                .tag(String.valueOf(view.version()))
                .build());
    }

    /** 待派单. No rule, or more than one, named a department, or a return was accepted. */
    @GET
    @Path("dispatch-queue")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(operationId = "listDispatchQueue", summary = "待派单队列 / What waits for the desk, the oldest first")
    public Uni<WorkOrderPage> dispatchQueue(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return queries.page(
                currentActor.get(), AWAITING_DISPATCH, WorkOrderQueries.Sort.SINCE, Cursor.parse(after), limit);
    }

    @GET
    @Path("work-order-counts")
    @RolesAllowed({Roles.CLERK, Roles.DEPARTMENT_HEAD, Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(
            operationId = "countWorkOrders",
            summary = "各状态工单数 / Work orders by state, of visits in these months, both included")
    public Uni<Counts> count(
            @RestQuery @DefaultValue("2000-01") String from, @RestQuery @DefaultValue("2099-12") String to) {
        var first = month(from, "from");
        var last = month(to, "to");
        return queries.count(currentActor.get(), CountyTime.startOf(first), CountyTime.startOf(last.plusMonths(1)))
                .map(counted -> Counts.of(first, last, counted));
    }

    private static YearMonth month(String value, String field) {
        return CountyTime.asked(value, YearMonth::parse, () -> Refusal.invalid("month.malformed", field)
                .with("value", value));
    }
}
