package cn.minyi5.intake.tracking.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.intake.request.Requests;
import cn.minyi5.intake.request.domain.QueryCode;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.intake.tracking.Tracking;
import cn.minyi5.intake.tracking.TrackingConfig;
import cn.minyi5.intake.tracking.domain.CitizenState;
import cn.minyi5.intake.tracking.domain.Progress;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/api")
class TrackingResource {

    private final Tracking tracking;
    private final Requests requests;
    private final TrackingConfig config;
    private final CurrentActor actor;

    TrackingResource(Tracking tracking, Requests requests, TrackingConfig config, CurrentActor actor) {
        this.tracking = tracking;
        this.requests = requests;
        this.config = config;
        this.actor = actor;
    }

    /** @param says the state in a sentence, in the reader's language */
    record ProgressView(
            String queryCode,
            CitizenState state,
            String says,
            @Nullable LocalDate receivedOn,
            @Nullable String category,
            @Nullable LocalDate lastStepOn,
            @Nullable ResultCode result) {

        static ProgressView of(QueryCode code, Progress progress, CitizenWords words) {
            var result = progress.result() == null ? "" : words.say(progress.result());
            return new ProgressView(
                    code.spoken(),
                    progress.state(),
                    words.say(progress.state()) + result,
                    progress.receivedOn(),
                    progress.category(),
                    progress.lastStepOn(),
                    progress.result());
        }
    }

    /** @param text to be read out or printed as it stands, in lines */
    record SlipView(UUID requestId, String queryCode, String text) {}

    @GET
    @Path("tracking/{queryCode}")
    @PermitAll
    @Operation(operationId = "trackRequest", summary = "凭查询码查进度（无需登录） / What became of a request, for who has its code")
    public Uni<ProgressView> track(@RestPath String queryCode, @Context HttpHeaders headers) {
        var code = QueryCode.typed(queryCode);
        return tracking.show(code).map(progress -> ProgressView.of(code, progress, CitizenWords.of(headers)));
    }

    @GET
    @Path("requests/{id}/slip")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(
            operationId = "getSlip",
            summary = "群众回执（念给群众听或打印） / The citizen's slip: the code, and how to ask with it")
    public Uni<SlipView> slip(@RestPath UUID id, @Context HttpHeaders headers) {
        return requests.show(id, actor.get()).map(shown -> slip(shown.request(), CitizenWords.of(headers)));
    }

    private SlipView slip(TrackedRequest request, CitizenWords words) {
        var code = request.request().queryCode();
        if (code == null) {
            throw Refusal.conflict("tracking.without-code");
        }
        var spoken = new QueryCode(code).spoken();
        var received = words.day(CountyTime.at(request.request().visitedAt()).toLocalDate());
        var how = config.page().map(page -> words.say("slip.page", page)).orElseGet(() -> words.say("slip.ask"));
        return new SlipView(request.id(), spoken, words.say("slip", received, spoken, how));
    }
}
