package cn.minyi5.intake.team.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.masterdata.http.CheckedSheetView;
import cn.minyi5.intake.team.Teams;
import cn.minyi5.intake.team.Teams.Replacement;
import cn.minyi5.intake.team.Teams.TeamView;
import cn.minyi5.intake.team.domain.VisitTeam.Term;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.sheet.CheckedRowsView;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/teams")
class TeamResource {

    private final Teams teams;
    private final CurrentActor actor;

    TeamResource(Teams teams, CurrentActor actor) {
        this.teams = teams;
        this.actor = actor;
    }

    /** @param day on which the members are; with all terms beside them */
    record TeamBody(String code, String gridCode, LocalDate day, List<Term> members, List<Term> terms) {

        static TeamBody of(TeamView team) {
            return new TeamBody(team.code(), team.gridCode().value(), team.day(), team.members(), team.terms());
        }
    }

    record ReplacementInput(
            @Schema(required = true, minimum = "1", maximum = "9999", description = "of the seat / 席位编号") @Nullable
                    Integer number,
            @Schema(required = true, maxLength = Teams.LONGEST_NAME) @Nullable String name,
            @Schema(required = true, description = "the first day of who comes / 到任日") @Nullable LocalDate from) {

        static Replacement toReplacement(@Nullable ReplacementInput input) {
            var given = required(input, "");
            var from = required(given.from, "from");
            if (!CountyTime.isOfOurTime(from)) {
                throw Refusal.invalid("day.malformed", "from");
            }
            return new Replacement(required(given.number, "number"), required(given.name, "name"), from);
        }

        private static <T> T required(@Nullable T value, String field) {
            if (value == null) {
                throw Refusal.invalid("input.missing", field);
            }
            return value;
        }
    }

    @PUT
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "loadTeams", summary = "导入服务队（1+2+3） / Adds or replaces teams from a CSV file")
    public Uni<CheckedRowsView> load(@NotNull InputStream file, @Context HttpHeaders headers) {
        return teams.load(file, actor.get()).map(checked -> CheckedRowsView.of(checked, headers));
    }

    @POST
    @Path("check")
    @Consumes("text/csv")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Blocking
    @Operation(operationId = "checkTeams", summary = "试导服务队，不保存 / What a file of teams would change; nothing is stored")
    public Uni<CheckedSheetView> check(@NotNull InputStream file, @Context HttpHeaders headers) {
        return teams.check(file, actor.get()).map(tried -> CheckedSheetView.of(tried, headers));
    }

    @GET
    @Path("sheet")
    @Produces("text/csv;charset=utf-8")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    @Operation(operationId = "downloadTeams", summary = "导出服务队与任期 / Teams with all their terms of office, as CSV")
    public Uni<String> sheet() {
        return teams.sheet(actor.get().division());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
    @Operation(operationId = "getTeam", summary = "某日的服务队 / A team as it is on a day, and all its terms of office")
    public Uni<TeamBody> get(@RestPath String code, @RestQuery @Nullable String on) {
        var day = on == null
                ? null
                : CountyTime.asked(on, LocalDate::parse, () -> Refusal.invalid("day.malformed", "on"));
        return teams.show(code, day, actor.get()).map(TeamBody::of);
    }

    @POST
    @Path("{code}/replacements")
    @ResponseStatus(201)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "replaceMember", summary = "队员更替 / Somebody leaves a team, and somebody else comes")
    public Uni<TeamBody> replace(
            @RestPath String code,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @Nullable ReplacementInput input) {
        var replacement = ReplacementInput.toReplacement(input);
        var command =
                new Command(actor.get(), "replace-member/" + code, Idempotency.required(key), replacement.toString());
        return teams.replace(code, replacement, command).map(TeamBody::of);
    }
}
