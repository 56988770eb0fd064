package cn.minyi5.routing.naming;

import cn.minyi5.contracts.MasterDataEvent.CategoriesNamed;
import cn.minyi5.contracts.MasterDataEvent.PlacesNamed;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The names that have been told last. By hand: hundreds of them come and are read together, and what was told before what
 * is known changes nothing.
 */
@ApplicationScoped
public class KnownNames {

    private static final String KEEP_CATEGORIES =
            """
            insert into category_name (division, code, name, told_at, on_spot_check_required)
            select distinct on (division, named.code) division, named.code, named.name, happened_at,
                coalesce(on_spot_check_required, false)
            from jsonb_to_recordset($1) as told (division text, happened_at timestamptz, categories jsonb),
                 jsonb_to_recordset(categories) as named (code text, name text, on_spot_check_required boolean)
            order by division, named.code, happened_at desc
            on conflict (division, code) do update
            set name = excluded.name, told_at = excluded.told_at, on_spot_check_required = excluded.on_spot_check_required
            where category_name.told_at <= excluded.told_at""";

    private static final String KEEP_PLACES =
            """
            insert into place_name (code, name, told_at)
            select distinct on (named.code) named.code, named.name, happened_at
            from jsonb_to_recordset($1) as told (happened_at timestamptz, places jsonb),
                 jsonb_to_recordset(places) as named (code text, name text)
            order by named.code, happened_at desc
            on conflict (code) do update set name = excluded.name, told_at = excluded.told_at
            where place_name.told_at <= excluded.told_at""";

    /** Of a code that several divisions have given, the one of the nearest. */
    private static final String CATEGORIES =
            """
            select distinct on (code) code, name, on_spot_check_required from category_name
            where (starts_with($1, division) or starts_with(division, $1)) and code > $2
            order by code, length(division) desc limit $3""";

    private static final String CHECKED =
            """
            select on_spot_check_required from category_name
            where code = $1 and starts_with($2, division) order by length(division) desc limit 1""";

    private static final String PLACES =
            """
            select code, name from place_name
            where (starts_with(code, $1) or starts_with($1, code)) and code > $2 order by code limit $3""";

    /** Each place that the code lies in, the smallest first. */
    private static final String AROUND =
            "select name from place_name where starts_with($1, code) and length(code) >= 9 order by length(code) desc";

    private final Transactions transactions;
    private final Sql sql;

    KnownNames(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** What a code is called. */
    public record Name(String code, String name) {}

    /** @param onSpotCheckRequired 现场核验: whether a reply says how it was checked on the spot */
    public record Category(String code, String name, boolean onSpotCheckRequired) {}

    public Uni<Void> keepCategories(List<Received<CategoriesNamed>> received, Instant now) {
        return sql.update(KEEP_CATEGORIES, JsonRows.ofEvents(received)).replaceWithVoid();
    }

    public Uni<Void> keepPlaces(List<Received<PlacesNamed>> received, Instant now) {
        return sql.update(KEEP_PLACES, JsonRows.ofEvents(received)).replaceWithVoid();
    }

    /** @param after the last code of the page before, or empty */
    public Uni<Page<Category>> categories(DivisionCode jurisdiction, String after, int limit) {
        return page(Category.class, Category::code, CATEGORIES, jurisdiction, after, limit);
    }

    /** 现场核验. Whether replies for a category say it, in a place, within a unit of work. */
    public Uni<Boolean> areCheckedOnSpot(String categoryCode, GridCode grid) {
        return sql.values(Boolean.class, CHECKED, categoryCode, grid.value()).map(found -> found.contains(true));
    }

    /** Those of a jurisdiction, and those that it lies in. @param after the last code of the page before, or empty */
    public Uni<Page<Name>> places(DivisionCode jurisdiction, String after, int limit) {
        return page(Name.class, Name::code, PLACES, jurisdiction, after, limit);
    }

    /** What the township and the village of a grid are called, within a unit of work; nothing where it was not told. */
    public Uni<List<String>> around(String gridCode) {
        return sql.values(String.class, AROUND, gridCode);
    }

    private <T extends Record> Uni<Page<T>> page(
            Class<T> type,
            Function<T, String> code,
            String statement,
            DivisionCode jurisdiction,
            String after,
            int limit) {
        return transactions
                .read(() -> sql.list(type, statement, jurisdiction, after, Page.oneMoreThan(limit)))
                .map(found -> Page.of(found, limit, code, null));
    }
}
