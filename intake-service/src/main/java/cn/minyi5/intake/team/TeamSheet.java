package cn.minyi5.intake.team;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.team.domain.VisitTeam;
import cn.minyi5.intake.team.domain.VisitTeam.Term;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.RefusedRow;
import cn.minyi5.web.sheet.SheetRow;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Teams as rows of a sheet, a row a term of office. The columns {@code from} and {@code to} may be missing. */
final class TeamSheet {

    private static final List<String> NEEDED = List.of("team_code", "grid_code", "member_no", "name", "role");
    private static final List<String> COLUMNS =
            Stream.concat(NEEDED.stream(), Stream.of("from", "to")).toList();

    private static final int LONGEST_CODE = 40;

    private TeamSheet() {}

    /**
     * What must be known to check a sheet.
     *
     * @param grids of the jurisdiction
     * @param foreign codes that teams elsewhere in the county have: those are not moved from there
     * @param teams as they are
     */
    record Known(Set<String> grids, List<String> foreign, List<VisitTeam> teams, LocalDate today) {}

    record CheckedTeams(List<VisitTeam> teams, CheckedRows<SheetRow> rows) {}

    static List<SheetRow> read(InputStream file) {
        return CsvSheet.read(file, NEEDED);
    }

    static String write(Collection<VisitTeam> teams) {
        return CsvSheet.write(Stream.concat(Stream.of(COLUMNS), teams.stream().flatMap(team -> team.terms().stream()
                .map(term -> cells(team, term)))));
    }

    private static List<String> cells(VisitTeam team, Term term) {
        return List.of(
                team.code(),
                team.grid().value(),
                String.valueOf(term.number()),
                term.name(),
                term.role().name(),
                Objects.toString(term.from(), ""),
                Objects.toString(term.to(), ""));
    }

    /** One bad row costs its whole team. */
    static CheckedTeams check(List<SheetRow> rows, Known known) {
        var byTeam = new LinkedHashMap<String, List<SheetRow>>();
        rows.forEach(row -> byTeam.computeIfAbsent(row.cell("team_code"), code -> new ArrayList<>())
                .add(row));
        var teams = new ArrayList<VisitTeam>();
        var good = new ArrayList<SheetRow>();
        var refused = new ArrayList<RefusedRow>();
        for (var teamRows : byTeam.values()) {
            try {
                teamRows.forEach(SheetRow::refuseUnreadable);
                teams.add(team(teamRows, known));
                good.addAll(teamRows);
            } catch (Refusal why) {
                teamRows.forEach(row -> refused.add(new RefusedRow(row, why)));
            }
        }
        return new CheckedTeams(teams, new CheckedRows<>(good, refused));
    }

    private static VisitTeam team(List<SheetRow> rows, Known known) {
        var first = rows.get(0);
        var grid = first.as("grid_code", GridCode::new);
        if (!known.grids().contains(grid.value())) {
            throw Refusal.invalid("grid.unknown", "grid_code").with("gridCode", grid.value());
        }
        if (known.foreign().contains(first.cell("team_code"))) {
            throw Refusal.invalid("team.outside-jurisdiction", "team_code").with("teamCode", first.cell("team_code"));
        }
        if (rows.stream().anyMatch(row -> !row.cell("grid_code").equals(grid.value()))) {
            throw Refusal.invalid("team.several-grids", "grid_code");
        }
        var team = new VisitTeam(
                first.required("team_code", LONGEST_CODE),
                grid,
                rows.stream().map(TeamSheet::term).toList());
        known.teams().stream()
                .filter(before -> TeamRow.Key.of(before).equals(TeamRow.Key.of(team)))
                .forEach(before -> team.refuseIfForgets(before.terms(), known.today()));
        return team;
    }

    private static Term term(SheetRow row) {
        return new Term(
                row.wholeNumber("member_no"),
                row.required("name", Teams.LONGEST_NAME),
                row.oneOf("role", VisitTeam.Role.class),
                day(row, "from"),
                day(row, "to"));
    }

    private static @Nullable LocalDate day(SheetRow row, String column) {
        var cell = row.optional(column);
        return cell == null
                ? null
                : CountyTime.asked(cell, LocalDate::parse, () -> Refusal.invalid("day.malformed", column));
    }
}
