package cn.minyi5.intake.category.application;

import cn.minyi5.intake.category.domain.Category;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Categories that are known. */
public interface Categories {

    /** Adds or changes. */
    Uni<Void> keep(Transaction tx, List<Category> categories);

    /** All of them, by code. */
    Uni<List<Category>> all();

    /** Those of the codes that are known. */
    Uni<Set<String>> known(Transaction tx, Collection<String> codes);
}
