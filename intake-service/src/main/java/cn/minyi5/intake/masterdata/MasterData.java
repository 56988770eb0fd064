package cn.minyi5.intake.masterdata;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.masterdata.MasterDataChanges.Kind;
import cn.minyi5.intake.masterdata.MasterDataChanges.Loading;
import cn.minyi5.intake.masterdata.domain.Division;
import cn.minyi5.intake.masterdata.domain.Grid;
import cn.minyi5.intake.masterdata.domain.Grid.Layers;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The divisions and grids that are known. Of a file the good rows are taken and the bad ones come back; the
 * same file again changes nothing. Reading one blocks on the CPU.
 */
@ApplicationScoped
public class MasterData {

    private static final List<String> DIVISION_COLUMNS = List.of("code", "name", "parent_code", "level");
    private static final List<String> GRID_COLUMNS = List.of("code", "name");
    private static final List<String> LAYER_COLUMNS = List.of("civic", "epidemic", "governance");
    private static final int LONGEST_NAME = 100;
    private static final int VILLAGE_DIGITS = 12;

    /** By hand, like the next: a file has any number of codes, which travel as one array. */
    private static final String KNOWN_DIVISIONS = "select code from division where code = any ($1)";

    private static final String KNOWN_GRIDS = "select code from grid where code = any ($1) and starts_with(code, $2)";

    /** By hand: a keyset list. */
    private static final String GRIDS =
            """
            select code, name, civic, epidemic, governance from grid
            where starts_with(code, $1) and ($2::text is null or code > $2) order by code limit $3""";

    /** By hand: a sheet that says nothing of a net leaves what is known of it. */
    private static final String SAVE_GRIDS =
            """
            insert into grid (code, name, civic, epidemic, governance)
            select code, name, civic, epidemic, governance
            from jsonb_to_recordset($1)
                as row (code text, name text, civic text[], epidemic text[], governance text[])
            on conflict (code) do update
            set name = excluded.name,
                civic = case when 'civic' = any ($2) then excluded.civic else grid.civic end,
                epidemic = case when 'epidemic' = any ($2) then excluded.epidemic else grid.epidemic end,
                governance = case when 'governance' = any ($2) then excluded.governance else grid.governance end""";

    private static final String COUNT_GRIDS = "select count(*) from grid where starts_with(code, $1)";

    /** By hand: a report over five tables. */
    private static final String MASTER_DATA =
            """
            with inhabited as (
                select distinct division.code, division.level
                from grid join division on division.code = left(grid.code, 12)
                where starts_with(grid.code, $1)
            )
            select (select count(*) from division where level = 'TOWNSHIP' and starts_with(code, $1)) as townships,
                   (select count(*) from inhabited where level = 'COMMUNITY') as communities,
                   (select count(*) from inhabited where level = 'VILLAGE') as villages,
                   (select count(*) from grid where starts_with(code, $1)) as grids,
                   (select count(*) from visit_team where starts_with(grid_code, $1)) as teams,
                   (select count(*) from team_member
                    join visit_team team on team.county = team_member.county and team.code = team_code
                    where starts_with(grid_code, $1)
                      and coalesce(term_from <= today.date, true) and coalesce(term_to >= today.date, true))
                       as secretaries,
                   (select count(*) from category
                    where starts_with(division, $1) or starts_with($1, division)) as categories
            from (select (now() at time zone 'Asia/Shanghai')::date as date) as today""";

    private final Transactions transactions;
    private final Sql sql;
    private final ToldNames names;

    MasterData(Transactions transactions, Sql sql, ToldNames names) {
        this.names = names;
        this.transactions = transactions;
        this.sql = sql;
    }

    /** How much master data there is in a jurisdiction; villages and communities count where they have a grid. */
    public record MasterDataCounts(
            long townships,
            long communities,
            long villages,
            long grids,
            long teams,
            long secretaries,
            long categories) {}

    /** @param jurisdiction of who brings the file: its own places, those below, and those above it are taken */
    public Loading<CheckedRows<Division>> divisions(InputStream file, DivisionCode jurisdiction) {
        var rows = CsvSheet.read(file, DIVISION_COLUMNS);
        var parents = rows.stream().map(row -> row.cell("parent_code")).toList();
        return new Loading<>(
                Kind.DIVISION,
                now -> known(KNOWN_DIVISIONS, parents).map(known -> check(rows, known, jurisdiction)),
                checked -> checked.good().stream()
                        .map(division -> division.code().value())
                        .toList(),
                checked -> save(checked.good().stream().map(DivisionRow::of))
                        .invoke(() -> names.tellPlaces(jurisdiction, checked.good())));
    }

    public Loading<CheckedRows<Grid>> grids(InputStream file, DivisionCode jurisdiction) {
        var rows = CsvSheet.read(file, GRID_COLUMNS);
        var villages = rows.stream().map(row -> village(row.cell("code"))).toList();
        return new Loading<>(
                Kind.GRID,
                now -> known(KNOWN_DIVISIONS, villages)
                        .map(known -> CheckedRows.check(rows, row -> grid(row, known, jurisdiction), Grid::code)),
                checked -> checked.good().stream().map(Grid::code).toList(),
                checked -> sql.update(SAVE_GRIDS, rows(checked.good()), named(rows))
                        .replaceWithVoid());
    }

    private Uni<Void> save(Stream<?> rows) {
        return transactions.session().upsertMultiple(rows.toList());
    }

    /** Those of the codes that are known and lie in the jurisdiction; within a unit of work. */
    public Uni<Set<String>> knownGrids(DivisionCode jurisdiction, Collection<String> codes) {
        return known(KNOWN_GRIDS, codes, jurisdiction);
    }

    /** The grids of a jurisdiction by code, from the one after the last code of the page before. */
    public Uni<Page<Grid>> grids(DivisionCode jurisdiction, @Nullable GridCode after, int limit) {
        return transactions.read(() -> sql.list(Grid.class, GRIDS, jurisdiction, after, Page.oneMoreThan(limit))
                .flatMap(found -> sql.value(Long.class, COUNT_GRIDS, jurisdiction)
                        .map(total -> Page.of(found, limit, Grid::code, total))));
    }

    /** All of a jurisdiction, as a sheet that can be loaded again. */
    public Uni<String> gridSheet(DivisionCode jurisdiction) {
        return transactions
                .read(() -> sql.list(Grid.class, GRIDS, jurisdiction, null, null))
                .map(grids -> CsvSheet.write(Stream.concat(
                        Stream.of(Stream.concat(GRID_COLUMNS.stream(), LAYER_COLUMNS.stream())
                                .toList()),
                        grids.stream()
                                .map(grid -> List.of(
                                        grid.code(),
                                        grid.name(),
                                        String.join("|", grid.layers().civic()),
                                        String.join("|", grid.layers().epidemic()),
                                        String.join("|", grid.layers().governance()))))));
    }

    public Uni<MasterDataCounts> countMasterData(DivisionCode jurisdiction) {
        return transactions.read(() -> sql.first(MasterDataCounts.class, MASTER_DATA, jurisdiction));
    }

    private Uni<Set<String>> known(String statement, Object... parameters) {
        return sql.values(String.class, statement, parameters).map(HashSet::new);
    }

    /** Parents come first, so that they are known when their children are read. */
    private static CheckedRows<Division> check(List<SheetRow> rows, Set<String> known, DivisionCode jurisdiction) {
        var topDown = rows.stream()
                .sorted(Comparator.comparingInt(row -> row.cell("code").length()))
                .toList();
        return CheckedRows.check(
                topDown,
                row -> {
                    var division = division(row, known, jurisdiction);
                    known.add(division.code().value());
                    return division;
                },
                Division::code);
    }

    private static Division division(SheetRow row, Set<String> known, DivisionCode jurisdiction) {
        var division = new Division(
                row.as("code", DivisionCode::new),
                row.required("name", LONGEST_NAME),
                row.optional("parent_code") == null ? null : row.as("parent_code", DivisionCode::new),
                row.oneOf("level", Division.Level.class));
        if (!jurisdiction.contains(division.code()) && !division.code().contains(jurisdiction)) {
            throw outside(jurisdiction);
        }
        if (division.parent() != null && !known.contains(division.parent().value())) {
            throw Refusal.invalid("division.parent-unknown", "parent_code");
        }
        return division;
    }

    private static Grid grid(SheetRow row, Set<String> knownVillages, DivisionCode jurisdiction) {
        var code = row.as("code", GridCode::new);
        var village = village(code.value());
        if (!jurisdiction.contains(code.division())) {
            throw outside(jurisdiction);
        }
        if (!knownVillages.contains(village)) {
            throw Refusal.invalid("grid.village-unknown", "code").with("village", village);
        }
        return new Grid(
                code.value(),
                row.required("name", LONGEST_NAME),
                new Layers(layer(row, "civic"), layer(row, "epidemic"), layer(row, "governance")));
    }

    private static List<String> layer(SheetRow row, String column) {
        return Layers.names(row.cell(column), column);
    }

    private static JsonArray rows(List<Grid> grids) {
        return new JsonArray(grids.stream()
                .map(grid -> JsonRows.of(grid.layers()).put("code", grid.code()).put("name", grid.name()))
                .toList());
    }

    /** Of the nets those of which the sheet says anything. */
    private static String[] named(List<SheetRow> rows) {
        return LAYER_COLUMNS.stream()
                .filter(column -> rows.stream().anyMatch(row -> row.cells().containsKey(column)))
                .toArray(String[]::new);
    }

    private static Refusal outside(DivisionCode jurisdiction) {
        return Refusal.invalid("division.outside-jurisdiction", "code").with("jurisdiction", jurisdiction.value());
    }

    private static String village(String code) {
        return code.substring(0, Math.min(VILLAGE_DIGITS, code.length()));
    }
}
