package cn.minyi5.intake.edition;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.edition.EditionView.State;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drafts and publishes editions of the administrator's own division, and lists them, also those of long ago: a published
 * one is never changed. Of one code there is at most one draft. By hand: a sheet has any number of editions, which travel
 * as JSON and are written, published and compared together.
 */
@ApplicationScoped
public class Editions {

    /** Who drafts and who publishes take turns, so that a version is given once. */
    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 5))";

    private static final String DRAFT =
            """
            insert into edition (kind, division, code, version, cells, drafted_by, drafted_at)
            select $1, $2, row.code, 1 + coalesce(in_force.version, 0), row.cells, $4, $5
            from jsonb_to_recordset($3) as row (code text, cells jsonb)
            left join lateral (select version, cells from edition
                               where kind = $1 and division = $2 and edition.code = row.code
                                 and published_at is not null
                               order by version desc limit 1) as in_force on true
            where row.cells is distinct from in_force.cells""";

    private static final String GIVE_WAY =
            """
            delete from edition
            where kind = $1 and division = $2 and published_at is null and code = any ($3)""";

    private static final String PUBLISH =
            """
            update edition set published_by = $4, published_at = $5
            where kind = $1 and division = $2 and published_at is null and ($3::text is null or code = $3)""";

    private static final String DISCARD =
            """
            delete from edition
            where kind = $1 and division = $2 and published_at is null and ($3::text is null or code = $3)""";

    private static final String PAGE =
            """
            with known as (
                select edition.*, case when published_at is null then 'DRAFT'
                                       when version = max(version) filter (where published_at is not null)
                                                      over (partition by division, code) then 'PUBLISHED'
                                       else 'REPLACED' end as state,
                       code || ' ' || division || ' ' || to_char(version, 'FM00000') as position
                from edition
                where kind = $1 and (starts_with($2, division) or starts_with(division, $2))
                  and ($3::text is null or code = $3)
            )
            select known.*, in_force.cells as in_force
            from known
            left join known in_force on known.state = 'DRAFT' and in_force.state = 'PUBLISHED'
                                    and in_force.division = known.division and in_force.code = known.code
            where ($4::text is null or known.state = $4) and ($5::text is null or known.position > $5)
            order by known.position limit $6""";

    private final Transactions transactions;
    private final Sql sql;
    private final Idempotency idempotency;
    private final List<EditionKind> kinds;

    Editions(Transactions transactions, Sql sql, Idempotency idempotency, @All List<EditionKind> kinds) {
        this.transactions = transactions;
        this.sql = sql;
        this.idempotency = idempotency;
        this.kinds = List.copyOf(kinds);
    }

    private record Found(
            String code,
            String division,
            int version,
            State state,
            JsonObject cells,
            @Nullable JsonObject inForce,
            String draftedBy,
            Instant draftedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {}

    /** @param editions how many */
    public record Done(int editions) {}

    /**
     * Takes the good rows of a sheet as drafts; a draft of the same code gives way, and what is in force already needs
     * none. Blocks on the CPU.
     */
    public Uni<CheckedRows<String>> draft(String kindName, InputStream file, DivisionCode division, String by) {
        var kind = kind(kindName);
        var rows = CsvSheet.read(file, kind.columns());
        return transactions.run(now -> kind.reader(rows, division)
                .map(reader -> CheckedRows.check(rows, row -> new Read(reader.apply(row), row), Read::code))
                .call(checked -> sql.rows(TAKE_TURNS, kind.name(), division)
                        .chain(() -> sql.update(GIVE_WAY, kind.name(), division, codes(checked.good())))
                        .chain(() -> sql.update(DRAFT, kind.name(), division, drafts(kind, checked.good()), by, now)))
                .map(checked -> new CheckedRows<>(codes(checked.good()), checked.refused())));
    }

    private record Read(String code, SheetRow row) {}

    private static List<String> codes(List<Read> rows) {
        return rows.stream().map(Read::code).toList();
    }

    private static JsonArray drafts(EditionKind kind, List<Read> rows) {
        return new JsonArray(rows.stream()
                .map(read -> {
                    var cells = new JsonObject();
                    kind.columns()
                            .forEach(column -> cells.put(column, read.row().cell(column)));
                    return new JsonObject().put("code", read.code()).put("cells", cells);
                })
                .toList());
    }

    /** Puts the drafts in force. @param code only that one; null: all */
    public Uni<Done> publish(String kindName, @Nullable String code, Command command) {
        var kind = kind(kindName);
        var actor = command.actor();
        return idempotency.once(command, Done.class, now -> sql.rows(TAKE_TURNS, kind.name(), actor.division())
                .chain(() -> sql.update(PUBLISH, kind.name(), actor.division(), code, actor.username(), now))
                .map(Editions::some));
    }

    /** Throws drafts away. @param code only that one; null: all */
    public Uni<Done> discard(String kindName, @Nullable String code, DivisionCode division) {
        var kind = kind(kindName);
        return transactions.run(
                now -> sql.update(DISCARD, kind.name(), division, code).map(Editions::some));
    }

    /** Those of divisions around the jurisdiction, by code, division and version, from the one behind {@code after}. */
    public Uni<Page<EditionView>> page(
            String kindName,
            @Nullable String code,
            @Nullable State state,
            DivisionCode jurisdiction,
            @Nullable String after,
            int limit) {
        var kind = kind(kindName);
        return transactions
                .read(() -> sql.list(
                        Found.class, PAGE, kind.name(), jurisdiction, code, state, after, Page.oneMoreThan(limit)))
                .map(found -> Page.of(
                        found.stream().map(each -> view(kind, each)).toList(), limit, EditionView::position, null));
    }

    /** What the division has in force, as a sheet that can be drafted again. */
    public Uni<String> sheet(String kindName, DivisionCode division) {
        var kind = kind(kindName);
        return transactions
                .read(() -> sql.list(Found.class, PAGE, kind.name(), division, null, State.PUBLISHED, null, null))
                .map(found -> CsvSheet.write(Stream.concat(
                        Stream.of(kind.columns()),
                        found.stream()
                                .filter(each -> each.division().equals(division.value()))
                                .map(each ->
                                        List.copyOf(cells(kind, each.cells()).values())))));
    }

    private EditionKind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("edition.kind-unknown"));
    }

    private static Done some(int editions) {
        if (editions == 0) {
            throw Refusal.notFound("edition.no-draft");
        }
        return new Done(editions);
    }

    private static EditionView view(EditionKind kind, Found found) {
        return new EditionView(
                found.code(),
                found.division(),
                found.version(),
                found.state(),
                cells(kind, found.cells()),
                found.state() == State.DRAFT ? changed(kind, found) : null,
                found.draftedBy(),
                CountyTime.at(found.draftedAt()),
                found.publishedBy(),
                CountyTime.atOrNull(found.publishedAt()));
    }

    private static List<String> changed(EditionKind kind, Found draft) {
        var inForce = draft.inForce();
        return kind.columns().stream()
                .filter(column ->
                        inForce == null || !draft.cells().getString(column, "").equals(inForce.getString(column, "")))
                .toList();
    }

    private static Map<String, String> cells(EditionKind kind, JsonObject stored) {
        var cells = new LinkedHashMap<String, String>();
        kind.columns().forEach(column -> cells.put(column, stored.getString(column, "")));
        return cells;
    }
}
