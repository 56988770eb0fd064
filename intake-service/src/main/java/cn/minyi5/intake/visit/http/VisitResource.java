package cn.minyi5.intake.visit.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.visit.application.RecordVisit;
import cn.minyi5.intake.visit.application.ShowVisit;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api/visits")
class VisitResource {

    private static final int LONGEST_KEY = 200;

    private final RecordVisit recordVisit;
    private final ShowVisit showVisit;
    private final CurrentActor actor;

    VisitResource(RecordVisit recordVisit, ShowVisit showVisit, CurrentActor actor) {
        this.recordVisit = recordVisit;
        this.showVisit = showVisit;
        this.actor = actor;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.SECRETARY)
    @Operation(operationId = "recordVisit", summary = "提交走访和诉求 / Submits a visit with its requests, once")
    public Uni<VisitAnswer> record(@RestHeader("Idempotency-Key") @Nullable String key, @Nullable VisitInput input) {
        var visit = Required.of(input, "").toVisit();
        return recordVisit.handle(visit, checked(key), actor.get()).map(VisitAnswer::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(operationId = "getVisit", summary = "走访详情 / One visit with its requests")
    public Uni<VisitView> get(@RestPath UUID id) {
        return showVisit.handle(id, actor.get()).map(VisitView::of);
    }

    private static String checked(@Nullable String key) {
        var given = Idempotency.required(key);
        if (given.length() > LONGEST_KEY) {
            throw Refusal.invalid("idempotency.key-too-long", "Idempotency-Key").with("longest", LONGEST_KEY);
        }
        return given;
    }
}
