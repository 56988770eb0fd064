package cn.minyi5.intake.request.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.Publications;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api")
@RolesAllowed(Roles.DISPATCHER)
class PublicationResource {

    private final Publications publications;
    private final CurrentActor actor;

    PublicationResource(Publications publications, CurrentActor actor) {
        this.publications = publications;
        this.actor = actor;
    }

    /** @param text as everybody shall read it, free of personal data */
    record PublicationInput(
            @JsonProperty("public") @Nullable Boolean isPublic,
            @Schema(maxLength = CitizenRequest.LONGEST_TEXT) @Nullable String text) {}

    record PublicationView(
            UUID requestId,
            @JsonProperty("public") boolean isPublic,
            @Nullable String text,
            OffsetDateTime reviewedAt) {}

    @POST
    @Path("requests/{id}/publication")
    @Operation(
            operationId = "reviewPublication",
            summary = "公开审核 / Whether everybody may see a request, and in which words; the last word counts")
    public Uni<PublicationView> review(@RestPath UUID id, @Nullable PublicationInput input) {
        var isPublic = input == null ? null : input.isPublic();
        if (isPublic == null) {
            throw Refusal.invalid("input.missing", "public");
        }
        return publications
                .review(id, isPublic, input.text(), actor.get())
                .map(done -> new PublicationView(
                        done.requestId(), done.isPublic(), done.text(), CountyTime.at(done.reviewedAt())));
    }

    @GET
    @Path("unreviewed-requests")
    @Operation(
            operationId = "listUnreviewedRequests",
            summary = "待公开审核 / Requests that came by Open311 and that nobody has reviewed, the oldest first")
    public Uni<Page<Publications.Waiting>> waiting(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return publications.waiting(actor.get(), after, limit);
    }
}
