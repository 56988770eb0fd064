package cn.minyi5.intake.grid.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.grid.domain.Grid;
import cn.minyi5.intake.grid.domain.MasterDataCounts;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grids that are known. */
public interface Grids {

    /** Those of the codes that are known and lie in the jurisdiction. */
    Uni<Set<String>> known(Transaction tx, DivisionCode jurisdiction, Collection<String> codes);

    /** Adds or renames. */
    Uni<Void> keep(Transaction tx, List<Grid> grids);

    /** By code, from the one after the last code of the page before. */
    Uni<List<Grid>> page(DivisionCode jurisdiction, @Nullable String after, int limit);

    Uni<Long> count(DivisionCode jurisdiction);

    Uni<MasterDataCounts> masterData(DivisionCode jurisdiction);
}
