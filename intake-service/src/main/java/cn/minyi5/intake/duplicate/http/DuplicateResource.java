package cn.minyi5.intake.duplicate.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.duplicate.DuplicateLinks;
import cn.minyi5.intake.duplicate.RepeatedRequests;
import cn.minyi5.intake.duplicate.RepeatedRequests.Repeated;
import cn.minyi5.intake.duplicate.SimilarRequests;
import cn.minyi5.intake.duplicate.SimilarRequests.Similar;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.RequestState;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api")
class DuplicateResource {

    private final SimilarRequests similar;
    private final DuplicateLinks links;
    private final RepeatedRequests repeated;
    private final CurrentActor actor;

    DuplicateResource(SimilarRequests similar, DuplicateLinks links, RepeatedRequests repeated, CurrentActor actor) {
        this.similar = similar;
        this.links = links;
        this.repeated = repeated;
        this.actor = actor;
    }

    record SimilarInput(
            @Schema(required = true, pattern = "\\d{15}", maxLength = 15) @Nullable String gridCode,
            @Schema(required = true, maxLength = CitizenRequest.LONGEST_CATEGORY) @Nullable String categoryCode,
            @Schema(required = true, maxLength = CitizenRequest.LONGEST_TEXT) @Nullable String text) {}

    record DuplicateInput(@Schema(required = true) @Nullable UUID requestId) {}

    /** @param originalId to which the one that was named leads, if that is a duplicate itself */
    record DuplicateView(UUID requestId, UUID originalId, OffsetDateTime linkedAt) {}

    record RepeatingView(UUID requestId, String gridCode, RequestState state, OffsetDateTime visitedAt) {

        static RepeatingView of(TrackedRequest tracked) {
            var request = tracked.request();
            return new RepeatingView(
                    tracked.id(), request.gridCode().value(), tracked.state(), CountyTime.at(request.visitedAt()));
        }
    }

    /** Words without numbers, name and address that lead to a citizen. */
    record RequestView(
            UUID requestId,
            String gridCode,
            String teamCode,
            String categoryCode,
            String text,
            RequestState state,
            OffsetDateTime visitedAt) {

        static RequestView of(TrackedRequest tracked) {
            var request = tracked.request();
            return new RequestView(
                    tracked.id(),
                    request.gridCode().value(),
                    request.teamCode(),
                    request.categoryCode(),
                    request.text(),
                    tracked.state(),
                    CountyTime.at(request.visitedAt()));
        }
    }

    /** @param original absent where it lies in another jurisdiction */
    record RepeatedView(RequestView request, @Nullable RequestView original, OffsetDateTime linkedAt) {

        static RepeatedView of(Repeated repeated) {
            var original = repeated.original();
            return new RepeatedView(
                    RequestView.of(repeated.again()),
                    original == null ? null : RequestView.of(original),
                    repeated.linkedAt());
        }
    }

    @POST
    @Path("similar-requests")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER})
    @Operation(
            operationId = "findSimilarRequests",
            summary = "疑似重复：本网格同类别的未办结诉求 / What is open in the grid and says the same; a question, nothing is kept")
    public Uni<Page<Similar>> findSimilar(@Nullable SimilarInput input) {
        var grid = new GridCode(required(input == null ? null : input.gridCode(), "gridCode"));
        var category =
                CitizenRequest.checkedCategory(required(input == null ? null : input.categoryCode(), "categoryCode"));
        var text = input == null || input.text() == null ? "" : input.text();
        return similar.to(grid, category, text, actor.get()).map(found -> new Page<>(found, null, null));
    }

    @POST
    @Path("requests/{id}/duplicate-of")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER})
    @Operation(
            operationId = "linkDuplicate",
            summary = "标为重复诉求：原诉求答复后一并告知 / Says that it repeats another one, whose answer its reporter hears too")
    public Uni<DuplicateView> link(@RestPath UUID id, @Nullable DuplicateInput input) {
        var named = required(input == null ? null : input.requestId(), "requestId");
        return links.link(id, named, actor.get())
                .map(link -> new DuplicateView(id, link.originalId(), CountyTime.at(link.linkedAt())));
    }

    @GET
    @Path("requests/{id}/duplicates")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(operationId = "listDuplicates", summary = "还有谁反映了同一件事 / Who else asked for the same, the oldest first")
    public Uni<Page<RepeatingView>> duplicates(@RestPath UUID id) {
        return links.of(id, actor.get())
                .map(found -> new Page<>(found.stream().map(RepeatingView::of).toList(), null, (long) found.size()));
    }

    @GET
    @Path("repeated-requests")
    @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(
            operationId = "listRepeatedRequests",
            summary = "辖区重复诉求 / What was asked for again in a place, by visit month if asked, beside what it repeats")
    public Uni<Page<RepeatedView>> repeated(
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var within = place == null ? null : new DivisionCode(place);
        var visited = MonthRange.ifAsked(from, to);
        return repeated.page(within, visited, after, limit, actor.get()).map(page -> page.map(RepeatedView::of));
    }

    @DELETE
    @Path("requests/{id}/duplicate-of")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.DISPATCHER})
    @Operation(operationId = "unlinkDuplicate", summary = "取消重复标记 / Takes back that it repeats another one")
    public Uni<Void> unlink(@RestPath UUID id) {
        return links.unlink(id, actor.get());
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.invalid("input.missing", field);
        }
        return value;
    }
}
