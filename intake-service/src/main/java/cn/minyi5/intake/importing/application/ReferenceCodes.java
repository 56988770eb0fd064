package cn.minyi5.intake.importing.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.category.application.Categories;
import cn.minyi5.intake.grid.application.Grids;
import cn.minyi5.intake.importing.domain.HistoryReading;
import cn.minyi5.intake.team.application.VisitTeams;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks up what the rows of a batch refer to: grids, their teams, categories. */
@ApplicationScoped
class ReferenceCodes {

    private final Grids grids;
    private final VisitTeams teams;
    private final Categories categories;

    ReferenceCodes(Grids grids, VisitTeams teams, Categories categories) {
        this.grids = grids;
        this.teams = teams;
        this.categories = categories;
    }

    Uni<HistoryReading> of(Transaction tx, DivisionCode jurisdiction, List<SheetRow> rows) {
        var gridCodes = distinct(rows, "grid_code");
        return grids.known(tx, jurisdiction, gridCodes)
                .flatMap(known -> teams.ofGrids(tx, gridCodes).flatMap(teamsByGrid -> categories
                        .known(tx, distinct(rows, "category_code"))
                        .map(knownCategories -> new HistoryReading(tx.now(), known, teamsByGrid, knownCategories))));
    }

    private static List<String> distinct(List<SheetRow> rows, String column) {
        return rows.stream().map(row -> row.cell(column)).distinct().toList();
    }
}
