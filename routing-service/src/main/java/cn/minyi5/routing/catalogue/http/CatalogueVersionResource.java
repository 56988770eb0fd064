package cn.minyi5.routing.catalogue.http;

import cn.minyi5.routing.catalogue.application.CatalogueVersions;
import cn.minyi5.web.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 权责清单. Its versions and their rules, for everybody who works with it. */
@Path("/api/catalogue-versions")
@Authenticated
class CatalogueVersionResource {

    private final CatalogueVersions versions;

    CatalogueVersionResource(CatalogueVersions versions) {
        this.versions = versions;
    }

    @GET
    @Operation(operationId = "listCatalogueVersions", summary = "权责清单各版 / Versions, the newest first")
    public Uni<Page<CatalogueView>> list(
            @RestQuery @Nullable @Min(1) Integer after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return versions.page(after == null ? Integer.MAX_VALUE : after, limit)
                .map(found -> page(found.stream().map(CatalogueView::of).toList(), limit, CatalogueView::version));
    }

    @GET
    @Path("{version}/rules")
    @Operation(operationId = "listCatalogueRules", summary = "某版权责清单的条目 / The rules of a version, row by row")
    public Uni<Page<RuleView>> rules(
            @RestPath int version,
            @RestQuery @DefaultValue("0") @Min(0) int after,
            @RestQuery @DefaultValue("200") @Min(1) @Max(500) int limit) {
        return versions.rulesPage(version, after, limit)
                .map(found -> page(found.stream().map(RuleView::of).toList(), limit, RuleView::row));
    }

    private static <T> Page<T> page(List<T> items, int limit, ToIntFunction<T> key) {
        var next = items.size() < limit ? null : String.valueOf(key.applyAsInt(items.get(limit - 1)));
        return new Page<>(items, next, null);
    }
}
