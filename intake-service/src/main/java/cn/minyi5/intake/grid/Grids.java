package cn.minyi5.intake.grid;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.grid.domain.Grid;
import cn.minyi5.intake.grid.domain.MasterDataCounts;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The grids that are known. */
@ApplicationScoped
public class Grids {

    public static final List<String> COLUMNS = List.of("code", "name");

    private static final int LONGEST_NAME = 100;
    private static final int VILLAGE_DIGITS = 12;

    /** By hand: a file has any number of codes, which travel as one array. */
    private static final String KNOWN = "select code from grid where code = any ($1) and starts_with(code, $2)";

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
                   (select count(*) from team_member join visit_team on visit_team.code = team_member.team_code
                    where starts_with(grid_code, $1)) as secretaries,
                   (select count(*) from category) as categories""";

    private final Transactions transactions;
    private final Sql sql;
    private final Divisions divisions;

    Grids(Transactions transactions, Sql sql, Divisions divisions) {
        this.transactions = transactions;
        this.sql = sql;
        this.divisions = divisions;
    }

    /** Takes a file of grids: good rows in, bad rows back; the same file again changes nothing. */
    public Uni<CheckedRows<Grid>> load(List<SheetRow> rows, DivisionCode jurisdiction) {
        var villages = rows.stream().map(row -> village(row.cell("code"))).toList();
        return transactions.run(now -> divisions
                .known(villages)
                .map(known -> CheckedRows.check(rows, row -> read(row, known, jurisdiction), Grid::code))
                .call(checked -> transactions
                        .session()
                        .upsertMultiple(checked.good().stream().map(GridRow::of).toList())));
    }

    /** Those of the codes that are known and lie in the jurisdiction; within a unit of work. */
    public Uni<Set<String>> known(DivisionCode jurisdiction, Collection<String> codes) {
        return sql.list(Divisions.Known.class, KNOWN, codes, jurisdiction)
                .map(found -> found.stream().map(Divisions.Known::code).collect(Collectors.toSet()));
    }

    /** The grids of a jurisdiction by code, from the one after the last code of the page before. */
    public Uni<Page<Grid>> page(DivisionCode jurisdiction, @Nullable GridCode after, int limit) {
        var inside = jurisdiction.value() + "%";
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery(
                        "from GridRow where code like :inside and code > :after order by code", GridRow.class)
                .setParameter("inside", inside)
                .setParameter("after", after == null ? "" : after.value())
                .setMaxResults(Page.oneMoreThan(limit))
                .getResultList()
                .flatMap(found -> transactions
                        .session()
                        .createSelectionQuery("select count(*) from GridRow where code like :inside", Long.class)
                        .setParameter("inside", inside)
                        .getSingleResult()
                        .map(total ->
                                Page.of(found, limit, row -> row.code, total).map(GridRow::grid))));
    }

    public Uni<MasterDataCounts> countMasterData(DivisionCode jurisdiction) {
        return transactions.read(() -> sql.first(MasterDataCounts.class, MASTER_DATA, jurisdiction));
    }

    private static Grid read(SheetRow row, Set<String> knownVillages, DivisionCode jurisdiction) {
        var code = row.as("code", GridCode::new);
        if (!jurisdiction.contains(code.division())) {
            throw Refusal.invalid("division.outside-jurisdiction", "code").with("jurisdiction", jurisdiction.value());
        }
        if (!knownVillages.contains(village(code.value()))) {
            throw Refusal.invalid("grid.village-unknown", "code").with("village", village(code.value()));
        }
        return new Grid(code, row.required("name", LONGEST_NAME));
    }

    private static String village(String code) {
        return code.substring(0, Math.min(VILLAGE_DIGITS, code.length()));
    }
}
