package cn.minyi5.routing.catalogue.application;

import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Published versions, kept in memory: their rules never change, so every copy of the service may keep them. Which
 * version is in force is asked of the database each time.
 */
@ApplicationScoped
public class PublishedCatalogues {

    /** In force before the first version is: it says nothing about anything. */
    private static final ResponsibilityCatalogue NOTHING = new ResponsibilityCatalogue(0, List.of());

    private final CatalogueVersions versions;
    private final Map<Integer, ResponsibilityCatalogue> known = new ConcurrentHashMap<>();

    PublishedCatalogues(CatalogueVersions versions) {
        this.versions = versions;
    }

    /** @param version a published one, or null for a time before there was any */
    public Uni<ResponsibilityCatalogue> get(@Nullable Integer version) {
        if (version == null) {
            return Uni.createFrom().item(NOTHING);
        }
        var catalogue = known.get(version);
        return catalogue != null
                ? Uni.createFrom().item(catalogue)
                : versions.rules(version)
                        .map(rules -> new ResponsibilityCatalogue(version, rules))
                        .invoke(read -> known.put(version, read));
    }
}
