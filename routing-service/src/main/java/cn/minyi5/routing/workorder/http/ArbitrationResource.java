package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.workorder.application.ArbitrateWorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What the supervision office 督查室 does when two departments have said "not ours". */
@Path("/api/work-orders/{id}")
class ArbitrationResource {

    private final Transitions transitions;
    private final ArbitrateWorkOrder arbitrateWorkOrder;

    ArbitrationResource(Transitions transitions, ArbitrateWorkOrder arbitrateWorkOrder) {
        this.transitions = transitions;
        this.arbitrateWorkOrder = arbitrateWorkOrder;
    }

    /** @param minutes of the meeting that ruled */
    record RulingInput(@NotBlank String lead, @NotBlank String minutes) {}

    @POST
    @Path("arbitration-ruling")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(operationId = "arbitrateWorkOrder", summary = "会商裁定 / Says whose it is, for good")
    public Uni<Response> rule(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid RulingInput input) {
        return transitions.answer(
                "arbitration-ruling",
                id,
                headers,
                input,
                (tx, attempt) -> arbitrateWorkOrder.handle(tx, attempt, input.lead(), input.minutes()));
    }
}
