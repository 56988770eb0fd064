package cn.minyi5.routing.suggestion;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.suggestion.SuggestionModelRow.Key;
import cn.minyi5.routing.suggestion.domain.HeldOutFigures;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * All versions of all counties' models. Which one is in force is asked of the database each time; what it has learnt is
 * kept in memory, one version for each county, for it never changes.
 */
@ApplicationScoped
class SuggestionModels {

    /** As many as somebody might go back to. */
    static final int KEPT = 10;

    /** By hand: two settings and a version in one question. No row: switched off, or nothing learnt yet. */
    private static final String IN_FORCE =
            """
            select coalesce(setting.version, (select max(version) from suggestion_model where division = $1)) as version
            from (select $1::text as division) asked left join suggestion_setting setting using (division)
            where coalesce(setting.enabled, true)""";

    private static final String NEXT =
            "select coalesce(max(key.version), 0) + 1 from SuggestionModelRow where key.division = :division";

    /** A version that somebody has chosen stays, however old it is. */
    private static final String LET_GO =
            """
            delete from SuggestionModelRow where key.division = :division and key.version <= :last
            and key.version not in (select coalesce(version, 0) from SuggestionSettingRow where division = :division)""";

    private static final String ALL =
            """
            select key.version, trainedAt, trainedBy, learntFrom, ofCategories, ofDepartments
            from SuggestionModelRow where key.division = :division order by key.version desc""";

    private final Transactions transactions;
    private final Sql sql;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    SuggestionModels(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** A model and what it is called. */
    record Loaded(int version, SuggestionModel model) {}

    /** Of a model without what it has learnt. */
    record Kept(
            int version,
            Instant trainedAt,
            String trainedBy,
            int learntFrom,
            HeldOutFigures ofCategories,
            HeldOutFigures ofDepartments) {}

    /** The version in force; null if there is none or suggestions are switched off. */
    Uni<Integer> versionInForce(DivisionCode county) {
        return sql.values(Integer.class, IN_FORCE, county).map(found -> found.isEmpty() ? null : found.get(0));
    }

    /** The model in force, or null. */
    Uni<Loaded> inForce(DivisionCode county) {
        return versionInForce(county).flatMap(version -> {
            var known = loaded.get(county.value());
            if (version == null || known != null && known.version() == version) {
                return Uni.createFrom().item(version == null ? null : known);
            }
            return load(new Key(county.value(), version));
        });
    }

    /** Reading what was learnt takes some milliseconds of work, which no event loop has. */
    private Uni<Loaded> load(Key key) {
        var here = here();
        return transactions
                .session()
                .get(SuggestionModelRow.class, key)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(row -> new Loaded(
                        key.version(),
                        new SuggestionModel(TextClassifier.read(row.categories), TextClassifier.read(row.departments))))
                .invoke(model -> loaded.put(key.division(), model))
                .emitOn(here);
    }

    private static Executor here() {
        var own = Vertx.currentContext();
        return task -> own.runOnContext(x -> task.run());
    }

    Uni<Boolean> exists(DivisionCode county, int version) {
        return transactions
                .session()
                .createSelectionQuery(
                        "select count(*) from SuggestionModelRow where key.division = :division and key.version = :version",
                        Long.class)
                .setParameter("division", county.value())
                .setParameter("version", version)
                .getSingleResult()
                .map(found -> found > 0);
    }

    /** The newest first. */
    Uni<List<Kept>> all(DivisionCode county) {
        return transactions
                .session()
                .createSelectionQuery(ALL, Kept.class)
                .setParameter("division", county.value())
                .getResultList();
    }

    /** Numbers it, stores it, and lets the oldest go. Whoever calls it has the county's training to themselves. */
    Uni<Integer> store(DivisionCode county, SuggestionModel.Learnt learnt, Instant now, String by) {
        var session = transactions.session();
        return session.createSelectionQuery(NEXT, Integer.class)
                .setParameter("division", county.value())
                .getSingleResult()
                .call(version ->
                        session.insert(SuggestionModelRow.of(new Key(county.value(), version), learnt, now, by)))
                .call(version -> session.createMutationQuery(LET_GO)
                        .setParameter("division", county.value())
                        .setParameter("last", version - KEPT)
                        .executeUpdate());
    }
}
