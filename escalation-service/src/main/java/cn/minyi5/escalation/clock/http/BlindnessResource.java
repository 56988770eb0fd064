package cn.minyi5.escalation.clock.http;

import cn.minyi5.access.Roles;
import cn.minyi5.escalation.clock.Blindness;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether the service sees, and so fires. */
@Path("/api/blindness")
class BlindnessResource {

    private final Blindness blindness;

    BlindnessResource(Blindness blindness) {
        this.blindness = blindness;
    }

    @GET
    @RolesAllowed({
        Roles.SUPERVISOR,
        Roles.DISPATCHER,
        Roles.DEPARTMENT_HEAD,
        Roles.CLERK,
        Roles.ADMINISTRATOR,
        Roles.INTEGRATION
    })
    @Operation(operationId = "getBlindness", summary = "是否落后于事件 / How far the service is behind on events")
    public Uni<Blindness.Report> get() {
        return blindness.report();
    }
}
