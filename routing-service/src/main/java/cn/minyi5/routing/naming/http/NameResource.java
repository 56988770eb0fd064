package cn.minyi5.routing.naming.http;

import cn.minyi5.routing.naming.KnownNames;
import cn.minyi5.routing.naming.KnownNames.Category;
import cn.minyi5.routing.naming.KnownNames.Name;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** What codes are called, for pages that show them to people. */
@Path("/api")
@Authenticated
class NameResource {

    private final CurrentActor currentActor;
    private final KnownNames names;

    NameResource(CurrentActor currentActor, KnownNames names) {
        this.currentActor = currentActor;
        this.names = names;
    }

    @GET
    @Path("category-names")
    @Operation(
            operationId = "listCategoryNames",
            summary = "类别名称 / What the categories of one's jurisdiction are called, by code")
    public Uni<Page<Category>> categories(
            @RestQuery @DefaultValue("") String after, @RestQuery @DefaultValue("200") @Min(1) @Max(500) int limit) {
        return names.categories(currentActor.get().division(), after, limit);
    }

    @GET
    @Path("place-names")
    @Operation(
            operationId = "listPlaceNames",
            summary = "地点名称 / What the places of one's jurisdiction are called, by code")
    public Uni<Page<Name>> places(
            @RestQuery @DefaultValue("") String after, @RestQuery @DefaultValue("200") @Min(1) @Max(500) int limit) {
        return names.places(currentActor.get().division(), after, limit);
    }
}
