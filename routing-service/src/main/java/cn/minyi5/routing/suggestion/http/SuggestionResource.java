package cn.minyi5.routing.suggestion.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.suggestion.SimilarWorkOrders;
import cn.minyi5.routing.suggestion.SimilarWorkOrders.Similar;
import cn.minyi5.routing.suggestion.SuggestionQueries;
import cn.minyi5.routing.suggestion.SuggestionQueries.SuggestionsView;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What a work order's text speaks for, and which others are like it. */
@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DEPARTMENT_HEAD, Roles.DISPATCHER, Roles.SUPERVISOR})
class SuggestionResource {

    private final CurrentActor currentActor;
    private final SuggestionQueries suggestions;
    private final SimilarWorkOrders similar;

    SuggestionResource(CurrentActor currentActor, SuggestionQueries suggestions, SimilarWorkOrders similar) {
        this.currentActor = currentActor;
        this.suggestions = suggestions;
        this.similar = similar;
    }

    @GET
    @Path("work-orders/{id}/suggestions")
    @Operation(
            operationId = "suggestForWorkOrder",
            summary =
                    "类别与部门建议 / The three categories and departments that the text speaks for, with confidence and words")
    public Uni<SuggestionsView> suggestions(@RestPath UUID id) {
        return suggestions.of(currentActor.get(), id);
    }

    @GET
    @Path("work-orders/{id}/similar")
    @Operation(
            operationId = "listSimilarWorkOrders",
            summary = "相似工单 / Ten orders of the county whose text is most like this one's, and what became of them")
    public Uni<Page<Similar>> similar(@RestPath UUID id) {
        return similar.to(currentActor.get(), id).map(found -> new Page<>(found, null, null));
    }
}
