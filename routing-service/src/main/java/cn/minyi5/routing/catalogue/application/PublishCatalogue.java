package cn.minyi5.routing.catalogue.application;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.catalogue.domain.CatalogueVersion;
import cn.minyi5.routing.catalogue.domain.Department;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts a draft in force from its day on, and tells everybody, with the names of the departments. */
@ApplicationScoped
public class PublishCatalogue {

    private final CatalogueVersions versions;
    private final Departments departments;

    PublishCatalogue(CatalogueVersions versions, Departments departments) {
        this.versions = versions;
        this.departments = departments;
    }

    /**
     * Publishing once more changes nothing and tells nobody.
     *
     * @throws Refusal {@code catalogue.unknown}
     */
    public Uni<CatalogueVersion> handle(Transaction tx, int version) {
        return versions.lock(tx, version)
                .flatMap(found -> found.state() == CatalogueVersion.State.PUBLISHED
                        ? Uni.createFrom().item(found)
                        : publish(tx, found));
    }

    private Uni<CatalogueVersion> publish(Transaction tx, CatalogueVersion draft) {
        return versions.publish(tx, draft.version())
                .chain(() -> departments.all(tx))
                .chain(all -> OldOutbox.append(tx, published(draft, all)))
                .replaceWith(draft.published(tx.now()));
    }

    private static CatalogueEvent published(CatalogueVersion version, List<Department> departments) {
        return new CatalogueEvent.Published(
                version.version(),
                version.effectiveFrom(),
                version.rules(),
                departments.stream()
                        .map(it -> new CatalogueEvent.Department(it.code(), it.name()))
                        .toList());
    }
}
