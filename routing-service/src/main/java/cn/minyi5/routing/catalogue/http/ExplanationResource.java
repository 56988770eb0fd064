package cn.minyi5.routing.catalogue.http;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.application.ExplainCatalogue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** "Why them?" */
@Path("/api/catalogue/explanations")
@Authenticated
class ExplanationResource {

    private final ExplainCatalogue explainCatalogue;

    ExplanationResource(ExplainCatalogue explainCatalogue) {
        this.explainCatalogue = explainCatalogue;
    }

    @GET
    @Operation(
            operationId = "explainCatalogue",
            summary = "权责解释 / Who answers for a category in a grid at a moment, and by which rule")
    public Uni<ExplanationView> explain(
            @RestQuery @NotBlank String category, @RestQuery @NotBlank String grid, @RestQuery @Nullable String at) {
        return explainCatalogue.handle(category, new GridCode(grid), moment(at)).map(ExplanationView::of);
    }

    private static @Nullable Instant moment(@Nullable String at) {
        try {
            return at == null || at.isBlank() ? null : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid("moment.malformed", "at").with("value", at);
        }
    }
}
