package cn.minyi5.routing.catalogue.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.catalogue.domain.CatalogueVersion;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All versions of the catalogue, drafts and published ones. */
public interface CatalogueVersions {

    /** Stores a new draft and numbers it. */
    Uni<CatalogueVersion> draft(Transaction tx, LocalDate effectiveFrom, List<Responsibility> rules, String by);

    /** @throws Refusal {@code catalogue.unknown} */
    Uni<CatalogueVersion> lock(Transaction tx, int version);

    Uni<Void> publish(Transaction tx, int version);

    /** The newest first. @param before the last version of the page before, or {@link Integer#MAX_VALUE} */
    Uni<List<CatalogueVersion>> page(int before, int limit);

    /** The published version with the latest day that is not after that moment; null is now. */
    Uni<Optional<Integer>> inForceAt(@Nullable Instant moment);

    /** In the order of their rows. */
    Uni<List<Responsibility>> rules(int version);

    /** @param afterRow the last row of the page before, or 0; @throws Refusal {@code catalogue.unknown} */
    Uni<List<Responsibility>> rulesPage(int version, int afterRow, int limit);
}
