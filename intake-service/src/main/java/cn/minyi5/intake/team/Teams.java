package cn.minyi5.intake.team;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.grid.Grids;
import cn.minyi5.intake.team.domain.VisitTeam;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The teams that walk the grids. */
@ApplicationScoped
public class Teams {

    public static final List<String> COLUMNS = List.of("team_code", "grid_code", "member_no", "name", "role");

    /** By hand: a file has any number of teams, whose codes travel as one array. */
    private static final String FORGET_MEMBERS = "delete from team_member where team_code = any ($1)";

    private final Transactions transactions;
    private final Sql sql;
    private final Grids grids;

    Teams(Transactions transactions, Sql sql, Grids grids) {
        this.transactions = transactions;
        this.sql = sql;
        this.grids = grids;
    }

    /** Takes a file of teams, a row a member: whole teams in, the rows of broken teams back. */
    public Uni<CheckedRows<SheetRow>> load(List<SheetRow> rows, DivisionCode jurisdiction) {
        var gridCodes =
                rows.stream().map(row -> row.cell("grid_code")).distinct().toList();
        return transactions.run(now -> grids.known(jurisdiction, gridCodes)
                .map(known -> new TeamRows(known).check(rows))
                .call(checked -> store(checked.teams()))
                .map(TeamRows.Checked::rows));
    }

    /** Adds teams, or puts them in the place of those that had their codes. */
    private Uni<Void> store(List<VisitTeam> teams) {
        var members = teams.stream()
                .flatMap(team -> team.members().stream().map(member -> TeamMemberRow.of(team.code(), member)))
                .toList();
        return transactions
                .session()
                .upsertMultiple(teams.stream()
                        .map(team -> TeamRow.of(team.code(), team.grid().value()))
                        .toList())
                .chain(() -> sql.update(
                        FORGET_MEMBERS, teams.stream().map(VisitTeam::code).toList()))
                .chain(() -> transactions.session().insertMultiple(members));
    }
}
