package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.workorder.application.Position;
import cn.minyi5.routing.workorder.application.SeenWorkOrders;
import cn.minyi5.routing.workorder.application.Sight;
import cn.minyi5.routing.workorder.application.WorkOrderFilter;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Work orders in lists and one by one, each for whom it concerns. */
@Path("/api/work-orders")
@RolesAllowed({
    Roles.CLERK,
    Roles.DEPARTMENT_HEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.SECRETARY,
    Roles.TEAM_LEADER
})
class WorkOrderResource {

    private final CurrentActor currentActor;
    private final SeenWorkOrders seenWorkOrders;

    WorkOrderResource(CurrentActor currentActor, SeenWorkOrders seenWorkOrders) {
        this.currentActor = currentActor;
        this.seenWorkOrders = seenWorkOrders;
    }

    @GET
    @Operation(operationId = "listWorkOrders", summary = "工单列表 / Work orders, the longest waiting first")
    public Uni<Page<WorkOrderView>> list(
            @RestQuery List<String> state,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var filter = WorkOrderFilter.of(state, category, place, department);
        return seenWorkOrders
                .page(Sight.of(currentActor.get()), filter, Position.parse(after), limit)
                .map(WorkOrderPage::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWorkOrder", summary = "工单详情 / One work order with its timeline")
    public Uni<RestResponse<WorkOrderView>> get(@RestPath UUID id) {
        return seenWorkOrders
                .get(Sight.of(currentActor.get()), id)
                .flatMap(order -> seenWorkOrders.timeline(id).map(timeline -> WorkOrderView.of(order, timeline)))
                .map(view -> RestResponse.ResponseBuilder.ok(view)
                        .tag(String.valueOf(view.version()))
                        .build());
    }
}
