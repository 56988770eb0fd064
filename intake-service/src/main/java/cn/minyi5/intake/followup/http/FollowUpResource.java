package cn.minyi5.intake.followup.http;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.followup.EchoList;
import cn.minyi5.intake.followup.EchoList.Echo;
import cn.minyi5.intake.followup.FollowUps;
import cn.minyi5.intake.followup.domain.FollowUp;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api")
class FollowUpResource {

    private final FollowUps followUps;
    private final EchoList echoList;
    private final CurrentActor actor;

    FollowUpResource(FollowUps followUps, EchoList echoList, CurrentActor actor) {
        this.followUps = followUps;
        this.echoList = echoList;
        this.actor = actor;
    }

    /**
     * Nobody reached is {@code NO_ANSWER} to both.
     *
     * @param happenedAt when the citizen was asked: between the answer and now; absent: just now
     */
    record FollowUpInput(
            @Schema(required = true) @Nullable Answer solved,
            @Schema(required = true) @Nullable Answer satisfied,
            @Nullable OffsetDateTime happenedAt) {}

    @POST
    @Path("requests/{id}/follow-ups")
    @ResponseStatus(201)
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(operationId = "followUp", summary = "回访：是否解决、是否满意；三天都联系不上即告结束 / Solved? satisfied? once for each round")
    public Uni<FollowUp> followUp(
            @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String key, @Nullable FollowUpInput input) {
        var solved = answer(input == null ? null : input.solved(), "solved");
        var satisfied = answer(input == null ? null : input.satisfied(), "satisfied");
        var command = new Command(actor.get(), "follow-up/" + id, key, input);
        var happenedAt = input == null || input.happenedAt() == null
                ? null
                : input.happenedAt().toInstant();
        return followUps.followUp(command, id, solved, satisfied, happenedAt);
    }

    @GET
    @Path("me/echo-list")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER})
    @Operation(operationId = "showEchoList", summary = "回音清单 / Whom one's team must bring which answer, oldest first")
    public Uni<Page<Echo>> showEchoList(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return echoList.page(actor.get(), after, limit);
    }

    @GET
    @Path("echo-list")
    @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(
            operationId = "listAnswersToBring",
            summary = "辖区回音清单 / What all teams of a place have to bring to whom, by visit month if asked, oldest first")
    public Uni<Page<Echo>> listAnswersToBring(
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var scope = AccessScope.of(actor.get()).in(place == null ? null : new DivisionCode(place));
        var visited = MonthRange.ifAsked(from, to);
        return echoList.page(scope, visited, after, limit);
    }

    private static Answer answer(@Nullable Answer given, String field) {
        if (given == null) {
            throw Refusal.invalid("input.missing", field);
        }
        return given;
    }
}
