package cn.minyi5.intake.team;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.masterdata.MasterData;
import cn.minyi5.intake.team.TeamSheet.Known;
import cn.minyi5.intake.team.domain.VisitTeam;
import cn.minyi5.intake.team.domain.VisitTeam.Role;
import cn.minyi5.intake.team.domain.VisitTeam.Term;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores teams whole, with the terms of all their members, and reads them again; within a unit of work. By hand: any
 * number of teams go together, and terms without a first day have no key that an entity could have.
 */
@ApplicationScoped
class TeamTerms {

    private static final String FORGET =
            "delete from team_member where (county, team_code) in (select * from unnest($1::text[], $2::text[]))";

    private static final String STORE =
            """
            insert into team_member (county, team_code, number, name, role, term_from, term_to)
            select * from jsonb_to_recordset($1)
                as row (county text, team_code text, number int, name text, role text, term_from date, term_to date)""";

    private static final String FIND =
            """
            select team.county, code, grid_code, number, name, role, term_from as "from", term_to as "to"
            from visit_team team join team_member member on member.county = team.county and team_code = code
            where starts_with(grid_code, $1) and ($2::text[] is null or code = any ($2))
            order by team.county, code, number, term_from nulls first""";

    /** Who changes a team comes before or after others who do. */
    private static final String LOCK =
            """
            select code from visit_team where starts_with(grid_code, $1) and code = any ($2)
            order by county, code for update""";

    private static final String FOREIGN =
            """
            select code from visit_team
            where code = any ($1) and county = left($2, 6) and not starts_with(grid_code, $2)""";

    private final Transactions transactions;
    private final Sql sql;
    private final MasterData masterData;

    TeamTerms(Transactions transactions, Sql sql, MasterData masterData) {
        this.transactions = transactions;
        this.sql = sql;
        this.masterData = masterData;
    }

    /** What must be known to check a sheet; its teams stay as they are until the transaction ends. */
    Uni<Known> known(List<SheetRow> rows, DivisionCode jurisdiction, LocalDate today) {
        var grids = rows.stream().map(row -> row.cell("grid_code")).distinct().toList();
        var codes = rows.stream().map(row -> row.cell("team_code")).distinct().toList();
        return masterData.knownGrids(jurisdiction, grids).flatMap(knownGrids -> sql.values(
                        String.class, FOREIGN, codes, jurisdiction)
                .flatMap(foreign ->
                        locked(jurisdiction, codes).map(teams -> new Known(knownGrids, foreign, teams, today))));
    }

    private record Row(
            String county,
            String code,
            String gridCode,
            int number,
            String name,
            Role role,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        Term term() {
            return new Term(number, name, role, from, to);
        }
    }

    /** Adds teams, or puts them in the place of those that had their codes. */
    Uni<Void> store(List<VisitTeam> teams) {
        var keys = teams.stream().map(TeamRow.Key::of).toList();
        return transactions
                .session()
                .upsertMultiple(teams.stream().map(TeamRow::of).toList())
                .chain(() -> sql.update(
                        FORGET,
                        keys.stream().map(TeamRow.Key::county).toList(),
                        keys.stream().map(TeamRow.Key::code).toList()))
                .chain(() -> sql.update(STORE, rows(teams)))
                .replaceWithVoid();
    }

    /** Those that walk in a place; two counties may give one code to different teams. @param codes null: all of them */
    Uni<List<VisitTeam>> find(DivisionCode place, @Nullable Collection<String> codes) {
        return sql.list(Row.class, FIND, place, codes == null ? null : codes.toArray(String[]::new))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> new TeamRow.Key(row.county(), row.code()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values()
                        .stream()
                        .map(TeamTerms::team)
                        .toList());
    }

    /** The same for whoever changes them; nobody else does until the transaction ends. */
    Uni<List<VisitTeam>> locked(DivisionCode place, Collection<String> codes) {
        return sql.rows(LOCK, place, codes.toArray(String[]::new)).chain(() -> find(place, codes));
    }

    private static VisitTeam team(List<Row> rows) {
        var first = rows.get(0);
        return new VisitTeam(
                first.code(),
                new GridCode(first.gridCode()),
                rows.stream().map(Row::term).toList());
    }

    private static JsonArray rows(List<VisitTeam> teams) {
        var rows = new JsonArray();
        for (var team : teams) {
            var key = TeamRow.Key.of(team);
            for (var term : team.terms()) {
                rows.add(new JsonObject()
                        .put("county", key.county())
                        .put("team_code", key.code())
                        .put("number", term.number())
                        .put("name", term.name())
                        .put("role", term.role().name())
                        .put("term_from", text(term.from()))
                        .put("term_to", text(term.to())));
            }
        }
        return rows;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
