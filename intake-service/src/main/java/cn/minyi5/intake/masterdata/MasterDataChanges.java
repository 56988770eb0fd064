package cn.minyi5.intake.masterdata;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.masterdata.LoadedSheet.Change;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is changed of divisions, grids, categories and teams: kept with who did it, and said beforehand to whoever only
 * tries. A trial is the loading itself, taken back before it commits, so that it cannot say anything else than what would
 * happen. By hand: a sheet has any number of codes, which are compared together.
 */
@ApplicationScoped
public class MasterDataChanges {

    private static final String AS_IT_IS =
            """
            select coalesce(jsonb_agg(jsonb_build_object('key', key, 'cells', cells)), '[]')
            from master_data_as_it_is($1, $2, $3)""";

    private static final String KEEP =
            """
            insert into master_data_change (id, kind, code, place, before, after, changed_by, changed_at)
            select gen_random_uuid(), $1, now.code, now.place, before.cells, now.cells, $5, $6
            from master_data_as_it_is($1, $2, $3) as now
            left join jsonb_to_recordset($4) as before (key text, cells jsonb) on before.key = now.key
            where before.cells is distinct from now.cells
            returning code, before, after""";

    /** Latest first. */
    private static final String PAGE =
            """
            select id, kind, code, before, after, changed_by, changed_at from master_data_change
            where (starts_with(place, $1) or starts_with($1, place))
              and ($2::text is null or kind = $2) and ($3::text is null or code = $3)
              and ($4::uuid is null or (changed_at, id) < (select changed_at, id from master_data_change where id = $4))
            order by changed_at desc, id desc limit $5""";

    /** What is changed. */
    public enum Kind {
        DIVISION,
        GRID,
        CATEGORY,
        TEAM
    }

    private final Transactions transactions;
    private final Sql sql;

    MasterDataChanges(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * How a sheet of a kind is read and stored, both within a unit of work.
     *
     * @param read what became of its rows, at a moment
     */
    public record Loading<T>(
            Kind kind,
            Function<Instant, Uni<T>> read,
            Function<T, Collection<String>> codes,
            Function<T, Uni<Void>> store) {}

    /** Takes a sheet. */
    public <T> Uni<LoadedSheet<T>> load(Loading<T> loading, Actor actor) {
        return transactions.run(now -> loaded(loading, actor, now));
    }

    /** Says what {@link #load} would do, and leaves all as it is. */
    public <T> Uni<LoadedSheet<T>> tried(Loading<T> loading, Actor actor) {
        return transactions
                .<LoadedSheet<T>>run(now -> loaded(loading, actor, now).invoke(loaded -> {
                    throw new TakenBack(loaded);
                }))
                .onFailure(TakenBack.class)
                .recoverWithItem(taken -> taken.<T>loaded());
    }

    private <T> Uni<LoadedSheet<T>> loaded(Loading<T> loading, Actor actor, Instant now) {
        return loading.read().apply(now).flatMap(read -> keep(
                        loading.kind(), loading.codes().apply(read), actor, now, () -> loading.store()
                                .apply(read))
                .map(changes -> new LoadedSheet<>(read, changes)));
    }

    /** Changes what has these codes, and keeps what became otherwise; within a unit of work. */
    public Uni<List<Change>> keep(
            Kind kind, Collection<String> codes, Actor actor, Instant now, Supplier<Uni<Void>> change) {
        var all = codes.toArray(String[]::new);
        DivisionCode owner = actor.division();
        return sql.value(JsonArray.class, AS_IT_IS, kind, all, owner)
                .call(change::get)
                .flatMap(before -> sql.list(Change.class, KEEP, kind, all, owner, before, actor.username(), now));
    }

    /** Ends a transaction that is not to be kept. */
    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient LoadedSheet<?> loaded;

        TakenBack(LoadedSheet<?> loaded) {
            super(null, null, false, false);
            this.loaded = loaded;
        }

        @SuppressWarnings("unchecked")
        <T> LoadedSheet<T> loaded() {
            return (LoadedSheet<T>) loaded;
        }
    }

    private record Kept(
            UUID id,
            Kind kind,
            String code,
            @Nullable JsonObject before,
            JsonObject after,
            String changedBy,
            OffsetDateTime changedAt) {

        KeptChange view() {
            return new KeptChange(
                    id, kind, code, before == null ? null : before.getMap(), after.getMap(), changedBy, changedAt);
        }
    }

    /** @param before null: it was not there */
    public record KeptChange(
            UUID id,
            Kind kind,
            String code,
            @Nullable Map<String, Object> before,
            Map<String, Object> after,
            String changedBy,
            OffsetDateTime changedAt) {}

    /** @param kind null: all @param code of one alone; null: of all */
    public record Asked(@Nullable Kind kind, @Nullable String code) {}

    /** Of the divisions around a jurisdiction. */
    public Uni<Page<KeptChange>> page(Asked asked, DivisionCode jurisdiction, @Nullable UUID after, int limit) {
        return transactions
                .read(() -> sql.list(
                        Kept.class, PAGE, jurisdiction, asked.kind(), asked.code(), after, Page.oneMoreThan(limit)))
                .map(found -> Page.of(found.stream().map(Kept::view).toList(), limit, KeptChange::id, null));
    }
}
