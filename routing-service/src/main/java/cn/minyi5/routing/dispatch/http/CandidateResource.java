package cn.minyi5.routing.dispatch.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.dispatch.Candidates;
import cn.minyi5.routing.dispatch.CandidatesView;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DEPARTMENT_HEAD, Roles.DISPATCHER, Roles.SUPERVISOR})
class CandidateResource {

    private final CurrentActor currentActor;
    private final Candidates candidates;

    CandidateResource(CurrentActor currentActor, Candidates candidates) {
        this.currentActor = currentActor;
        this.candidates = candidates;
    }

    @GET
    @Path("work-orders/{id}/candidates")
    @Operation(
            operationId = "listCandidates",
            summary =
                    "派单依据与备选条目 / Why this department, or why none: the rules that speak for the order, or the nearest")
    public Uni<CandidatesView> list(@RestPath UUID id) {
        return candidates.of(currentActor.get(), id);
    }
}
