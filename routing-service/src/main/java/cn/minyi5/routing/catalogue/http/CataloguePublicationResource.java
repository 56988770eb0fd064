package cn.minyi5.routing.catalogue.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.catalogue.CatalogueChecks;
import cn.minyi5.routing.catalogue.CatalogueView;
import cn.minyi5.routing.catalogue.CheckView;
import cn.minyi5.routing.catalogue.PublishCatalogue;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.ProblemTexts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 检查、发布、回退. How a version of the catalogue comes into force. */
@Path("/api")
@RolesAllowed(Roles.ADMINISTRATOR)
class CataloguePublicationResource {

    private static final int LONGEST_REASON = 1000;

    private final CurrentActor currentActor;
    private final CatalogueChecks checks;
    private final PublishCatalogue publication;

    CataloguePublicationResource(CurrentActor currentActor, CatalogueChecks checks, PublishCatalogue publication) {
        this.currentActor = currentActor;
        this.checks = checks;
        this.publication = publication;
    }

    record RollbackInput(@NotBlank @Size(max = LONGEST_REASON) String reason) {}

    @GET
    @Path("catalogue-versions/{version}/check")
    @Operation(
            operationId = "checkCatalogue",
            summary = "检查草案 / Gaps, equal rules, unknown departments, and what would change")
    public Uni<CheckView> check(@RestPath int version, @Context HttpHeaders headers) {
        return checks.check(currentActor.get(), version, ProblemTexts.language(headers.getAcceptableLanguages()));
    }

    /** @param withEqualRules they are equal on purpose: the desk is to decide between them */
    @POST
    @Path("catalogue-versions/{version}/publish")
    @Operation(
            operationId = "publishCatalogue",
            summary = "发布权责清单 / In force from its day on, unless its check is fatal; publishing twice changes nothing")
    public Uni<CatalogueView> publish(
            @RestPath int version,
            @RestQuery("with-equal-rules") @DefaultValue("false") boolean withEqualRules,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @Context HttpHeaders headers) {
        var command = new Command(currentActor.get(), "publish-catalogue/" + version, key, withEqualRules);
        return publication.publish(
                command, version, withEqualRules, ProblemTexts.language(headers.getAcceptableLanguages()));
    }

    @POST
    @Path("catalogue-versions/{version}/rollback")
    @ResponseStatus(201)
    @Operation(
            operationId = "rollBackCatalogue",
            summary = "回退到某版 / A new version with the rules of this one, in force from today on")
    public Uni<CatalogueView> rollBack(
            @RestPath int version,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RollbackInput input) {
        var command = new Command(currentActor.get(), "roll-back-catalogue/" + version, key, input);
        return publication.rollBack(command, version, input.reason());
    }
}
