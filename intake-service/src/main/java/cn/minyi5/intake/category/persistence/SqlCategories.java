package cn.minyi5.intake.category.persistence;

import cn.minyi5.intake.category.application.Categories;
import cn.minyi5.intake.category.domain.Category;
import cn.minyi5.intake.category.domain.Likelihood;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlCategories implements Categories {

    private static final String KEEP =
            """
            insert into category (code, group_name, name, on_spot_likelihood, resolve_working_days)
            values ($1, $2, $3, $4, $5)
            on conflict (code) do update
            set group_name = excluded.group_name, name = excluded.name,
                on_spot_likelihood = excluded.on_spot_likelihood,
                resolve_working_days = excluded.resolve_working_days""";

    private static final String ALL = "select * from category order by code";

    private static final String KNOWN = "select code from category where code = any ($1)";

    private final Transactions transactions;

    SqlCategories(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> keep(Transaction tx, List<Category> categories) {
        if (categories.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tuples = categories.stream()
                .map(category -> Tuple.of(
                        category.code(),
                        category.group(),
                        category.name(),
                        category.onSpotLikelihood().name(),
                        category.resolveWorkingDays()))
                .toList();
        return tx.connection().preparedQuery(KEEP).executeBatch(tuples).replaceWithVoid();
    }

    @Override
    public Uni<List<Category>> all() {
        return transactions.pool().preparedQuery(ALL).execute().map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(SqlCategories::category)
                .toList());
    }

    @Override
    public Uni<Set<String>> known(Transaction tx, Collection<String> codes) {
        return tx.connection()
                .preparedQuery(KNOWN)
                .execute(Tuple.of(codes.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.toSet()));
    }

    private static Category category(Row row) {
        return new Category(
                row.getString("code"),
                row.getString("group_name"),
                row.getString("name"),
                Likelihood.valueOf(row.getString("on_spot_likelihood")),
                row.getInteger("resolve_working_days"));
    }
}
