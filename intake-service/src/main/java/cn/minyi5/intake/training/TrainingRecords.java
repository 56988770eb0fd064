package cn.minyi5.intake.training;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.team.Teams;
import cn.minyi5.intake.team.domain.VisitTeam;
import cn.minyi5.intake.training.domain.TrainingRecord;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.CsvSheet;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Training records, taken from sheets: good rows in, bad rows back, and the same row again only corrects its hours. */
@ApplicationScoped
public class TrainingRecords {

    private static final List<String> COLUMNS = List.of("team_code", "member_no", "date", "topic", "hours");
    private static final int LONGEST_TOPIC = 100;

    /** By hand: a sheet has any number of records, which travel as JSON. */
    private static final String SAVE =
            """
            insert into training_record (county, team_code, number, name, date, topic, hours)
            select * from jsonb_to_recordset($1)
                as row (county text, team_code text, number int, name text, date date, topic text, hours numeric)
            on conflict (county, team_code, number, date, topic)
            do update set name = excluded.name, hours = excluded.hours""";

    /** By hand: a keyset list. */
    private static final String PAGE =
            """
            select record.*, concat_ws('/', record.date, record.county, team_code,
                                       to_char(number, 'FM0000'), topic) as position
            from training_record record
            join visit_team team on team.county = record.county and team.code = team_code
            where starts_with(grid_code, $1) and ($2::text is null or team_code = $2)
              and ($3::text is null or concat_ws('/', record.date, record.county, team_code,
                                                 to_char(number, 'FM0000'), topic) > $3)
            order by position limit $4""";

    private final Transactions transactions;
    private final Sql sql;
    private final Teams teams;

    TrainingRecords(Transactions transactions, Sql sql, Teams teams) {
        this.transactions = transactions;
        this.sql = sql;
        this.teams = teams;
    }

    private record Checked(TrainingRecord record, String county) {

        JsonObject row() {
            return new JsonObject()
                    .put("county", county)
                    .put("team_code", record.teamCode())
                    .put("number", record.number())
                    .put("name", record.name())
                    .put("date", record.date().toString())
                    .put("topic", record.topic())
                    .put("hours", record.hours());
        }

        Object key() {
            return List.of(county, record.teamCode(), record.number(), record.date(), record.topic());
        }
    }

    /** Blocks on the CPU. */
    public Uni<CheckedRows<TrainingRecord>> load(InputStream file, DivisionCode jurisdiction) {
        var rows = CsvSheet.read(file, COLUMNS);
        var codes = rows.stream().map(row -> row.cell("team_code")).distinct().toList();
        return transactions.run(now -> teams.in(jurisdiction, codes)
                .map(known -> CheckedRows.check(
                        rows, row -> checked(row, known, CountyTime.at(now).toLocalDate()), Checked::key))
                .call(checked -> sql.update(
                        SAVE,
                        new JsonArray(checked.good().stream().map(Checked::row).toList())))
                .map(checked -> new CheckedRows<>(
                        checked.good().stream().map(Checked::record).toList(), checked.refused())));
    }

    private static Checked checked(SheetRow row, List<VisitTeam> known, LocalDate today) {
        var code = row.required("team_code");
        var number = row.wholeNumber("member_no");
        var date = row.as("date", TrainingRecords::day);
        var team = known.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("training.team-unknown", "team_code").with("teamCode", code));
        var person = team.on(date).stream()
                .filter(term -> term.number() == number)
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("training.nobody-then", "member_no").with("date", date));
        var record = new TrainingRecord(
                code,
                number,
                person.name(),
                date,
                row.required("topic", LONGEST_TOPIC),
                row.as("hours", TrainingRecord::hours));
        record.refuseIfAfter(today);
        return new Checked(record, team.grid().division().county().value());
    }

    private static LocalDate day(String text) {
        return CountyTime.asked(text, LocalDate::parse, () -> Refusal.invalid("day.malformed", "date"));
    }

    /** By date, from the one behind {@code after}; secretaries and leaders see their team's. @param limit null: all */
    public Uni<Page<TrainingRecord>> page(@Nullable String after, @Nullable Integer limit, Actor actor) {
        var ofAll = actor.is(Roles.DISPATCHER) || actor.is(Roles.SUPERVISOR) || actor.is(Roles.ADMINISTRATOR);
        var team = ofAll ? null : Objects.requireNonNullElse(actor.team(), "");
        return transactions
                .read(() -> sql.list(
                        Found.class,
                        PAGE,
                        actor.division(),
                        team,
                        after,
                        limit == null ? null : Page.oneMoreThan(limit)))
                .map(found -> Page.of(found, limit == null ? found.size() : limit, Found::position, null)
                        .map(Found::record));
    }

    private record Found(TrainingRecord record, String position) {}

    /** All of them as a sheet that can be loaded again; who it was stands beside. */
    public Uni<String> sheet(Actor actor) {
        return page(null, null, actor)
                .map(all -> CsvSheet.write(Stream.concat(
                        Stream.of(Stream.concat(COLUMNS.stream(), Stream.of("name"))
                                .toList()),
                        all.items().stream()
                                .map(record -> List.of(
                                        record.teamCode(),
                                        String.valueOf(record.number()),
                                        record.date().toString(),
                                        record.topic(),
                                        record.hours().stripTrailingZeros().toPlainString(),
                                        record.name())))));
    }
}
