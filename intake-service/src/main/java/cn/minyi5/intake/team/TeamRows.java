package cn.minyi5.intake.team;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.team.domain.TeamMember;
import cn.minyi5.intake.team.domain.TeamRole;
import cn.minyi5.intake.team.domain.VisitTeam;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Puts the rows of a file together to teams; one bad row costs its whole team. */
final class TeamRows {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 50;

    private final Set<String> knownGrids;

    TeamRows(Set<String> knownGrids) {
        this.knownGrids = knownGrids;
    }

    /** The teams that hold, and the rows of those that do not. */
    record Checked(List<VisitTeam> teams, CheckedRows<SheetRow> rows) {}

    Checked check(List<SheetRow> rows) {
        var byTeam = new LinkedHashMap<String, List<SheetRow>>();
        rows.forEach(row -> byTeam.computeIfAbsent(row.cell("team_code"), code -> new ArrayList<>())
                .add(row));
        var teams = new ArrayList<VisitTeam>();
        var good = new ArrayList<SheetRow>();
        var refused = new ArrayList<RefusedRow>();
        for (var teamRows : byTeam.values()) {
            try {
                teams.add(team(teamRows));
                good.addAll(teamRows);
            } catch (Refusal why) {
                teamRows.forEach(row -> refused.add(new RefusedRow(row, why)));
            }
        }
        return new Checked(teams, new CheckedRows<>(good, refused));
    }

    private VisitTeam team(List<SheetRow> rows) {
        var first = rows.get(0);
        var grid = first.as("grid_code", GridCode::new);
        if (!knownGrids.contains(grid.value())) {
            throw Refusal.invalid("grid.unknown", "grid_code").with("gridCode", grid.value());
        }
        if (rows.stream().anyMatch(row -> !row.cell("grid_code").equals(grid.value()))) {
            throw Refusal.invalid("team.several-grids", "grid_code");
        }
        return new VisitTeam(
                first.required("team_code", LONGEST_CODE),
                grid,
                rows.stream().map(TeamRows::member).toList());
    }

    private static TeamMember member(SheetRow row) {
        return new TeamMember(
                row.as("member_no", TeamRows::number),
                row.required("name", LONGEST_NAME),
                row.oneOf("role", TeamRole.class));
    }

    private static int number(String cell) {
        if (!cell.matches("\\d{1,4}")) {
            throw Refusal.invalid("csv.cell-not-a-number", "member_no");
        }
        return Integer.parseInt(cell);
    }
}
