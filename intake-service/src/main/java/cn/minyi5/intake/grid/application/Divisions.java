package cn.minyi5.intake.grid.application;

import cn.minyi5.intake.grid.domain.Division;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Places that are known. */
public interface Divisions {

    /** Those of the codes that are known. */
    Uni<Set<String>> known(Transaction tx, Collection<String> codes);

    /** Adds or renames; parents must come before their children. */
    Uni<Void> keep(Transaction tx, List<Division> divisions);
}
