package cn.minyi5.intake.masterdata;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.masterdata.domain.VisitTeam;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

@ApplicationScoped
public class Teams {

    private static final List<String> COLUMNS = List.of("team_code", "grid_code", "member_no", "name", "role");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 50;

    /** By hand: a file has any number of teams, whose codes travel as one array. */
    private static final String FORGET_MEMBERS =
            "delete from team_member where (county, team_code) in (select * from unnest($1::text[], $2::text[]))";

    private static final String FOREIGN =
            """
            select code from visit_team
            where code = any ($1) and county = left($2, 6) and not starts_with(grid_code, $2)""";

    private final Transactions transactions;
    private final Sql sql;
    private final MasterData masterData;

    Teams(Transactions transactions, Sql sql, MasterData masterData) {
        this.transactions = transactions;
        this.sql = sql;
        this.masterData = masterData;
    }

    private record CheckedTeams(List<VisitTeam> teams, CheckedRows<SheetRow> rows) {}

    /** Takes a file of teams, a row a member: whole teams in, the rows of broken teams back. Blocks on the CPU. */
    public Uni<CheckedRows<SheetRow>> load(byte[] file, DivisionCode jurisdiction) {
        var rows = CsvSheet.read(file, COLUMNS);
        var gridCodes =
                rows.stream().map(row -> row.cell("grid_code")).distinct().toList();
        return transactions
                .read(() -> masterData.knownGrids(jurisdiction, gridCodes).flatMap(known -> foreign(rows, jurisdiction)
                        .map(foreign -> check(rows, known, foreign))))
                .call(checked -> transactions.run(now -> store(checked.teams())))
                .map(CheckedTeams::rows);
    }

    /** Codes of the file that teams elsewhere in the county have: those are not moved from there. */
    private Uni<List<String>> foreign(List<SheetRow> rows, DivisionCode jurisdiction) {
        var codes = rows.stream().map(row -> row.cell("team_code")).distinct().toList();
        return sql.values(String.class, FOREIGN, codes, jurisdiction);
    }

    /** Adds teams, or puts them in the place of those that had their codes. */
    private Uni<Void> store(List<VisitTeam> teams) {
        var session = transactions.session();
        var members = teams.stream()
                .flatMap(team -> team.members().stream().map(member -> TeamMemberRow.of(TeamRow.Key.of(team), member)))
                .toList();
        var keys = teams.stream().map(TeamRow.Key::of).toList();
        return session.upsertMultiple(teams.stream().map(TeamRow::of).toList())
                .chain(() -> sql.update(
                        FORGET_MEMBERS,
                        keys.stream().map(TeamRow.Key::county).toList(),
                        keys.stream().map(TeamRow.Key::code).toList()))
                .chain(() -> session.insertMultiple(members));
    }

    /** One bad row costs its whole team. */
    private static CheckedTeams check(List<SheetRow> rows, Set<String> knownGrids, List<String> foreign) {
        var byTeam = new LinkedHashMap<String, List<SheetRow>>();
        rows.forEach(row -> byTeam.computeIfAbsent(row.cell("team_code"), code -> new ArrayList<>())
                .add(row));
        var teams = new ArrayList<VisitTeam>();
        var good = new ArrayList<SheetRow>();
        var refused = new ArrayList<RefusedRow>();
        for (var teamRows : byTeam.values()) {
            try {
                teamRows.forEach(SheetRow::refuseUnreadable);
                teams.add(team(teamRows, knownGrids, foreign));
                good.addAll(teamRows);
            } catch (Refusal why) {
                teamRows.forEach(row -> refused.add(new RefusedRow(row, why)));
            }
        }
        return new CheckedTeams(teams, new CheckedRows<>(good, refused));
    }

    private static VisitTeam team(List<SheetRow> rows, Set<String> knownGrids, List<String> foreign) {
        var first = rows.get(0);
        var grid = first.as("grid_code", GridCode::new);
        if (!knownGrids.contains(grid.value())) {
            throw Refusal.invalid("grid.unknown", "grid_code").with("gridCode", grid.value());
        }
        if (foreign.contains(first.cell("team_code"))) {
            throw Refusal.invalid("team.outside-jurisdiction", "team_code").with("teamCode", first.cell("team_code"));
        }
        if (rows.stream().anyMatch(row -> !row.cell("grid_code").equals(grid.value()))) {
            throw Refusal.invalid("team.several-grids", "grid_code");
        }
        return new VisitTeam(
                first.required("team_code", LONGEST_CODE),
                grid,
                rows.stream().map(Teams::member).toList());
    }

    private static VisitTeam.Member member(SheetRow row) {
        return new VisitTeam.Member(
                row.wholeNumber("member_no"),
                row.required("name", LONGEST_NAME),
                row.oneOf("role", VisitTeam.Role.class));
    }
}
