package cn.minyi5.intake.visit.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.visit.application.ListTeamVisits;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/me/visits")
class TeamVisitResource {

    private final ListTeamVisits listTeamVisits;
    private final CurrentActor actor;

    TeamVisitResource(ListTeamVisits listTeamVisits, CurrentActor actor) {
        this.listTeamVisits = listTeamVisits;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER})
    @Operation(operationId = "listTeamVisits", summary = "本队走访 / The visits of one's team, the newest first")
    public Uni<Page<VisitSummaryView>> list(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return listTeamVisits.handle(actor.get(), after, limit).map(listed -> VisitSummaryView.page(listed, limit));
    }
}
