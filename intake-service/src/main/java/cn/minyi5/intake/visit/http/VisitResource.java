package cn.minyi5.intake.visit.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.request.PersonalDataProtection;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.visit.RecordVisit;
import cn.minyi5.intake.visit.VisitQueries;
import cn.minyi5.intake.visit.VisitQueries.VisitSummary;
import cn.minyi5.intake.visit.VisitQueries.VisitView;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api")
class VisitResource {

    private final RecordVisit recordVisit;
    private final VisitQueries queries;
    private final PersonalDataProtection protection;
    private final CurrentActor actor;

    VisitResource(
            RecordVisit recordVisit, VisitQueries queries, PersonalDataProtection protection, CurrentActor actor) {
        this.recordVisit = recordVisit;
        this.queries = queries;
        this.protection = protection;
        this.actor = actor;
    }

    /** What the phone hears: stored, and what became of each request. Derived from the submission alone. */
    record VisitAnswer(UUID visitId, String gridCode, List<Item> requests) {

        /** @param queryCode with which the citizen asks what became of it, as it is read out */
        record Item(UUID requestId, Outcome outcome, String queryCode) {}
    }

    @POST
    @Path("visits")
    @ResponseStatus(201)
    @RolesAllowed(Roles.SECRETARY)
    @Operation(operationId = "recordVisit", summary = "提交走访和诉求 / Submits a visit with its requests, once")
    public Uni<VisitAnswer> record(@RestHeader("Idempotency-Key") @Nullable String key, @Nullable VisitInput input) {
        var visit = VisitInput.toVisit(input);
        return recordVisit
                .record(visit, VisitInput.toPhotos(input), Idempotency.required(key), actor.get())
                .map(this::answer);
    }

    private VisitAnswer answer(Visit visit) {
        var items = visit.requests().stream()
                .map(request -> new VisitAnswer.Item(
                        request.id(),
                        request.outcome(),
                        protection.queryCode(request.id()).spoken()))
                .toList();
        return new VisitAnswer(visit.id(), visit.grid().value(), items);
    }

    @GET
    @Path("visits/{id}")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(operationId = "getVisit", summary = "走访详情 / One visit with its requests")
    public Uni<VisitView> get(@RestPath UUID id) {
        return queries.show(id, actor.get());
    }

    @GET
    @Path("me/visits")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER})
    @Operation(operationId = "listTeamVisits", summary = "本队走访 / The visits of one's team, the newest first")
    public Uni<Page<VisitSummary>> listOfTeam(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return queries.ofTeam(actor.get(), after, limit);
    }
}
