package cn.minyi5.routing.dispatch.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.workorder.application.Position;
import cn.minyi5.routing.workorder.application.SeenWorkOrders;
import cn.minyi5.routing.workorder.application.Sight;
import cn.minyi5.routing.workorder.application.WorkOrderFilter;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.http.WorkOrderPage;
import cn.minyi5.routing.workorder.http.WorkOrderView;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 待派单. What waits for the desk because no rule, or more than one, named a department, or a return was accepted. */
@Path("/api/dispatch-queue")
@RolesAllowed(Roles.DISPATCHER)
class DispatchQueueResource {

    private static final WorkOrderFilter WAITING =
            new WorkOrderFilter(List.of(State.AWAITING_DISPATCH), null, null, null);

    private final CurrentActor currentActor;
    private final SeenWorkOrders seenWorkOrders;

    DispatchQueueResource(CurrentActor currentActor, SeenWorkOrders seenWorkOrders) {
        this.currentActor = currentActor;
        this.seenWorkOrders = seenWorkOrders;
    }

    @GET
    @Operation(operationId = "listDispatchQueue", summary = "待派单队列 / What waits for the desk, the oldest first")
    public Uni<Page<WorkOrderView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return seenWorkOrders
                .page(Sight.of(currentActor.get()), WAITING, Position.parse(after), limit)
                .map(WorkOrderPage::of);
    }
}
