package cn.minyi5.intake.team.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.team.Teams;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.sheet.CheckedRowsView;
import cn.minyi5.web.sheet.CsvSheet;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/api/teams")
class TeamResource {

    private final Teams teams;
    private final CurrentActor actor;

    TeamResource(Teams teams, CurrentActor actor) {
        this.teams = teams;
        this.actor = actor;
    }

    @PUT
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadTeams", summary = "导入服务队（1+2+3） / Adds or replaces teams from a CSV file")
    public Uni<CheckedRowsView> load(byte[] file, @Context HttpHeaders headers) {
        return teams.load(CsvSheet.read(file, Teams.COLUMNS), actor.get().division())
                .map(checked -> CheckedRowsView.of(checked, headers));
    }
}
