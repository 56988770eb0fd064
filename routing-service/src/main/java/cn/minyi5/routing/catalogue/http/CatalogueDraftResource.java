package cn.minyi5.routing.catalogue.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.application.DraftCatalogue;
import cn.minyi5.routing.catalogue.application.PublishCatalogue;
import cn.minyi5.routing.catalogue.application.RefusedRow;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 权责清单. New versions: drafted as a whole, then published. */
@Path("/api/catalogue-versions")
@RolesAllowed(Roles.ADMINISTRATOR)
class CatalogueDraftResource {

    private final CurrentActor currentActor;
    private final Idempotency idempotency;
    private final DraftCatalogue draftCatalogue;
    private final PublishCatalogue publishCatalogue;

    CatalogueDraftResource(
            CurrentActor currentActor,
            Idempotency idempotency,
            DraftCatalogue draftCatalogue,
            PublishCatalogue publishCatalogue) {
        this.currentActor = currentActor;
        this.idempotency = idempotency;
        this.draftCatalogue = draftCatalogue;
        this.publishCatalogue = publishCatalogue;
    }

    @POST
    @Consumes("text/csv")
    @Blocking
    @Operation(
            operationId = "draftCatalogue",
            summary = "起草权责清单 / A new version as CSV: category_prefix,division_prefix,lead,assisting,clause")
    public Uni<Response> draft(
            @RestQuery("effective-from") @Nullable String effectiveFrom,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @NotNull String body,
            @Context HttpHeaders headers) {
        var day = day(effectiveFrom);
        var rows = RuleTable.read(body);
        var actor = currentActor.get();
        return idempotency
                .once(key, actor, "draft-catalogue/" + day, body, 201, tx -> draftCatalogue
                        .handle(tx, day, rows, actor.username())
                        .map(draft -> CatalogueView.of(draft, headers)))
                .onFailure(Refusal.class)
                .transform(refusal -> readable(refusal, headers));
    }

    @POST
    @Path("{version}/publish")
    @Operation(
            operationId = "publishCatalogue",
            summary = "发布权责清单 / In force from its day on; publishing twice changes nothing")
    public Uni<Response> publish(@RestPath int version, @RestHeader("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key, currentActor.get(), "publish-catalogue/" + version, null, 200, tx -> publishCatalogue
                        .handle(tx, version)
                        .map(CatalogueView::of));
    }

    private static LocalDate day(@Nullable String value) {
        try {
            return LocalDate.parse(value == null ? "" : value);
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid("catalogue.effective-from-malformed", "effective-from");
        }
    }

    private static Refusal readable(Refusal refusal, HttpHeaders headers) {
        if (refusal.details().get("refused") instanceof List<?> refused) {
            refusal.with(
                    "refused",
                    refused.stream()
                            .map(row -> RefusedRowView.of((RefusedRow) row, headers))
                            .toList());
        }
        return refusal;
    }
}
