package cn.minyi5.routing.catalogue.application;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.routing.catalogue.domain.Decision;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Why them?" What the catalogue says about a category in a grid at a moment, and which rules it weighed. */
@ApplicationScoped
public class ExplainCatalogue {

    private final CatalogueVersions versions;
    private final PublishedCatalogues catalogues;

    ExplainCatalogue(CatalogueVersions versions, PublishedCatalogues catalogues) {
        this.versions = versions;
        this.catalogues = catalogues;
    }

    /**
     * @param version null if none was in force
     * @param weighed all rules that speak for the case, the weightiest first
     */
    public record Explanation(@Nullable Integer version, Decision decision, List<Responsibility> weighed) {}

    /** @param at null is now */
    public Uni<Explanation> handle(String categoryCode, GridCode grid, @Nullable Instant at) {
        return versions.inForceAt(at).flatMap(version -> catalogues
                .get(version.orElse(null))
                .map(catalogue -> new Explanation(
                        version.orElse(null),
                        catalogue.decide(categoryCode, grid),
                        catalogue
                                .matching(categoryCode, grid)
                                .flatMap(List::stream)
                                .toList())));
    }
}
