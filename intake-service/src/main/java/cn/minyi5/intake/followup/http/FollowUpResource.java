package cn.minyi5.intake.followup.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.followup.application.FollowUpRequest;
import cn.minyi5.intake.followup.domain.FollowUp;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api/requests/{id}/follow-ups")
class FollowUpResource {

    private static final int CREATED = 201;

    private final FollowUpRequest followUpRequest;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    FollowUpResource(FollowUpRequest followUpRequest, Idempotency idempotency, CurrentActor actor) {
        this.followUpRequest = followUpRequest;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /** Two questions, asked apart. */
    record FollowUpInput(
            @Schema(required = true) @Nullable Answer solved, @Schema(required = true) @Nullable Answer satisfied) {}

    /** What was kept. */
    record FollowUpView(UUID requestId, UUID workOrderId, int round, Answer solved, Answer satisfied) {

        static FollowUpView of(FollowUp followUp) {
            return new FollowUpView(
                    followUp.requestId(),
                    followUp.workOrderId(),
                    followUp.round(),
                    followUp.solved(),
                    followUp.satisfied());
        }
    }

    @POST
    @RolesAllowed(Roles.SECRETARY)
    @Operation(operationId = "followUp", summary = "回访：是否解决、是否满意 / Solved? satisfied? once for each round")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FollowUpView.class)))
    public Uni<Response> followUp(
            @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String key, @Nullable FollowUpInput input) {
        var solved = answer(input == null ? null : input.solved(), "solved");
        var satisfied = answer(input == null ? null : input.satisfied(), "satisfied");
        var who = actor.get();
        return idempotency.once(key, who, "follow-up/" + id, input, CREATED, tx -> followUpRequest
                .handle(tx, id, solved, satisfied, who)
                .map(FollowUpView::of));
    }

    private static Answer answer(@Nullable Answer given, String field) {
        if (given == null) {
            throw Refusal.invalid("input.missing", field);
        }
        return given;
    }
}
