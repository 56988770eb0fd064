package cn.minyi5.intake.team.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.grid.application.Grids;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a file of teams, a row a member: whole teams in, the rows of broken teams back. */
@ApplicationScoped
public class LoadTeams {

    public static final List<String> COLUMNS = List.of("team_code", "grid_code", "member_no", "name", "role");

    private final Transactions transactions;
    private final Grids grids;
    private final VisitTeams teams;

    LoadTeams(Transactions transactions, Grids grids, VisitTeams teams) {
        this.transactions = transactions;
        this.grids = grids;
        this.teams = teams;
    }

    public Uni<CheckedRows<SheetRow>> handle(List<SheetRow> rows, DivisionCode jurisdiction) {
        var gridCodes =
                rows.stream().map(row -> row.cell("grid_code")).distinct().toList();
        return transactions.runOld(tx -> grids.known(tx, jurisdiction, gridCodes)
                .map(known -> new TeamRows(known).check(rows))
                .call(checked -> teams.keep(tx, checked.teams()))
                .map(TeamRows.Checked::rows));
    }
}
