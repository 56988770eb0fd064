package cn.minyi5.routing.catalogue;

import cn.minyi5.routing.catalogue.domain.CatalogueComparison;
import cn.minyi5.routing.catalogue.domain.CatalogueComparison.Change;
import cn.minyi5.routing.catalogue.domain.CatalogueComparison.Gap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version would be like in force, over all categories and places that are known.
 *
 * @param publishable whether nothing that was found is fatal
 * @param against the version in force on its day, with which it is compared; absent if there is none
 * @param gaps what would wait for the desk
 * @param changes what would go elsewhere
 */
public record CheckView(
        int version,
        boolean publishable,
        List<Finding> findings,
        @Nullable Integer against,
        List<Gap> gaps,
        List<Change> changes) {

    static CheckView of(int version, int against, List<Finding> findings, CatalogueComparison compared) {
        return new CheckView(
                version,
                findings.stream().noneMatch(found -> found.severity() == Finding.Severity.FATAL),
                findings,
                against == CataloguesInForce.NONE ? null : against,
                compared.gaps(),
                compared.changes());
    }
}
