package cn.minyi5.routing.precedent.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.precedent.PrecedentView;
import cn.minyi5.routing.precedent.Precedents;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DEPARTMENT_HEAD, Roles.DISPATCHER, Roles.SUPERVISOR})
class PrecedentResource {

    private final CurrentActor currentActor;
    private final Precedents precedents;

    PrecedentResource(CurrentActor currentActor, Precedents precedents) {
        this.currentActor = currentActor;
        this.precedents = precedents;
    }

    /** @param items the likest first: of the same category, then of its group; from nearby first */
    record SimilarPrecedents(List<PrecedentView> items) {}

    @GET
    @Path("work-orders/{id}/precedents")
    @Operation(
            operationId = "listPrecedentsOfWorkOrder",
            summary = "同类会商先例 / How was ruled on the like of this order, the likest first")
    public Uni<SimilarPrecedents> ofWorkOrder(
            @RestPath UUID id, @RestQuery @DefaultValue("5") @Min(1) @Max(50) int limit) {
        return precedents.of(currentActor.get(), id, limit).map(SimilarPrecedents::new);
    }

    @GET
    @Path("precedents")
    @Operation(operationId = "listPrecedents", summary = "会商先例 / Rulings on whose an order is, the latest first")
    public Uni<Page<PrecedentView>> list(
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String place,
            @RestQuery @Nullable String text,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var wanted = new Precedents.Wanted(category, place, text);
        return precedents.page(currentActor.get(), wanted, Cursor.parse(after), limit);
    }
}
