package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.messaging.Sql;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What rows of history are judged by: the grids, teams, categories and catalogues that are known, within a unit of work. By
 * hand: rows refer to any number of codes, which travel as arrays.
 */
@ApplicationScoped
class HistoryGrounds {

    /** The team of a grid is the first by code where several walk it, and empty where none does. */
    private static final String GRIDS =
            """
            select grid.code as grid_code, coalesce(min(team.code), '') as team_code
            from grid left join visit_team team on team.grid_code = grid.code
            where grid.code = any ($1) and starts_with(grid.code, $2)
            group by grid.code""";

    /** Those that mean the same in every place of the jurisdiction. */
    private static final String CATEGORIES =
            "select code from category where code = any ($1) and starts_with($2, division)";

    private final Sql sql;
    private final KnownCatalogues catalogues;

    HistoryGrounds(Sql sql, KnownCatalogues catalogues) {
        this.sql = sql;
        this.catalogues = catalogues;
    }

    private record WalkedGrid(String gridCode, String teamCode) {}

    Uni<HistoryReading> reading(DivisionCode division, Instant cutOver, List<SheetRow> rows, Instant now) {
        return sql.list(WalkedGrid.class, GRIDS, distinct(rows, "grid_code"), division)
                .flatMap(grids -> sql.values(String.class, CATEGORIES, distinct(rows, "category_code"), division)
                        .flatMap(categories -> catalogues
                                .of(division)
                                .map(known -> new HistoryReading(
                                        now,
                                        cutOver,
                                        grids.stream()
                                                .collect(Collectors.toMap(WalkedGrid::gridCode, WalkedGrid::teamCode)),
                                        Set.copyOf(categories),
                                        known))));
    }

    private static List<String> distinct(List<SheetRow> rows, String column) {
        return rows.stream().map(row -> row.cell(column)).distinct().toList();
    }
}
