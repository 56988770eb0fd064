package cn.minyi5.escalation.paper;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.escalation.paper.domain.PaperNumbers;
import cn.minyi5.escalation.paper.domain.PastPaper;
import cn.minyi5.escalation.paper.domain.PastPaper.Kind;
import cn.minyi5.escalation.paper.domain.PastPaper.Series;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import cn.minyi5.web.sheet.CheckedRows;
import cn.minyi5.web.sheet.SheetRow;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings papers along, and shows the special reports; the notices stand among those that were issued here. By hand:
 * numbers are looked at under a lock, and a file is written in one statement for each kind.
 */
@ApplicationScoped
public class PastPapers {

    /** Nobody issues a notice meanwhile: its number could be one of those that are brought. */
    private static final String LOCK = "lock table notice_number, special_report in exclusive mode";

    private static final String LAST =
            """
            select 'NOTICE' as kind, division, year, last from notice_number
            union all
            select 'SPECIAL_REPORT', division, year, max(issue) from special_report group by division, year""";

    private static final String THERE =
            """
            select 'NOTICE' as kind, division, year, issue, printed_number, title, department,
                   work_order_number as about, issued_at
            from supervision_notice where title is not null and starts_with(division, $1)
            union all
            select 'SPECIAL_REPORT', division, year, issue, printed_number, title, department, about, issued_at
            from special_report where starts_with(division, $1)""";

    private static final String NOTICES =
            """
            with told as (select * from jsonb_populate_recordset(null::special_report, $1)),
            number as (
                insert into notice_number (division, year, last)
                select division, year, max(issue) from told group by division, year
                on conflict (division, year) do update set last = excluded.last)
            insert into supervision_notice (id, year, issue, printed_number, title, work_order_number, department,
                grid_code, confidential, issued_at)
            select id, year, issue, printed_number, title, about, department, division, false, issued_at from told""";

    private static final String SPECIAL_REPORTS =
            "insert into special_report select * from jsonb_populate_recordset(null::special_report, $1)";

    private static final String LIST =
            """
            with matching as (
                select *, coalesce(printed_number, '专报〔' || year || '〕' || issue || '号') as number
                from special_report
                where ($1::int is null or year = $1) and ($2::text is null or department = $2)
                  and starts_with(division, $3))
            select *, (select count(*) from matching) as total
            from matching where (issued_at, id) > ($4, $5::uuid) order by issued_at, id limit $6""";

    private final Transactions transactions;
    private final Sql sql;

    PastPapers(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * 专报. A report on one matter.
     *
     * @param issue number within the division and year, from 1, without gaps
     * @param number as it stands on the paper
     * @param about the number of the work order, or the matter in words
     */
    public record SpecialReport(
            UUID id,
            String division,
            int year,
            int issue,
            String number,
            String title,
            @Nullable String department,
            @Nullable String about,
            OffsetDateTime issuedAt) {}

    private record Listed(SpecialReport report, long total) {

        Cursor cursor() {
            return new Cursor(report.issuedAt().toInstant(), report.id());
        }
    }

    private record Last(Kind kind, String division, int year, int last) {

        Series series() {
            return new Series(kind, new DivisionCode(division), year);
        }
    }

    private record There(
            Kind kind,
            String division,
            int year,
            int issue,
            @Nullable String printedNumber,
            String title,
            @Nullable String department,
            @Nullable String about,
            Instant issuedAt) {

        PastPaper paper() {
            var series = new Series(kind, new DivisionCode(division), year);
            return new PastPaper(series, issue, printedNumber, title, department, about, issuedAt);
        }
    }

    private record Written(
            UUID id,
            String division,
            int year,
            int issue,
            @Nullable String printedNumber,
            String title,
            @Nullable String department,
            @Nullable String about,
            Instant issuedAt) {

        static Written of(PastPaper paper) {
            return new Written(
                    UuidCreator.getTimeOrderedEpoch(),
                    paper.series().division().value(),
                    paper.series().year(),
                    paper.issue(),
                    paper.printedNumber(),
                    paper.title(),
                    paper.department(),
                    paper.about(),
                    paper.issuedAt());
        }
    }

    /** Of a file of papers. */
    public static List<String> columns() {
        return PaperReading.COLUMNS;
    }

    /** The good rows in the order of the file; they tell nobody. The same paper again changes nothing. */
    public Uni<CheckedRows<PastPaper>> bring(List<SheetRow> rows, DivisionCode jurisdiction) {
        return transactions.run(now -> sql.update(LOCK)
                .chain(() -> sql.list(Last.class, LAST))
                .flatMap(last -> sql.list(There.class, THERE, jurisdiction).flatMap(brought -> {
                    var there = brought.stream().map(There::paper).collect(Collectors.toSet());
                    var numbers = new PaperNumbers(last.stream().collect(Collectors.toMap(Last::series, Last::last)));
                    var checked = new PaperReading(jurisdiction, now, there, numbers).check(rows);
                    return store(NOTICES, Kind.NOTICE, checked, there)
                            .chain(() -> store(SPECIAL_REPORTS, Kind.SPECIAL_REPORT, checked, there))
                            .replaceWith(checked);
                })));
    }

    private Uni<Integer> store(String statement, Kind kind, CheckedRows<PastPaper> checked, Set<PastPaper> there) {
        var fresh = checked.good().stream()
                .filter(paper -> paper.series().kind() == kind && !there.contains(paper))
                .map(Written::of)
                .map(JsonRows::of)
                .toList();
        return sql.update(statement, new JsonArray(fresh));
    }

    /** By the moment of issue; a department sees those that went to it. */
    public Uni<Page<SpecialReport>> list(@Nullable Integer year, AccessScope scope, Cursor after, int limit) {
        return transactions
                .read(() -> sql.list(
                        Listed.class,
                        LIST,
                        year,
                        scope.department(),
                        scope.division(),
                        after.moment(),
                        after.id(),
                        Page.oneMoreThan(limit)))
                .map(found -> Page.counted(found, limit, Listed::cursor, Listed::total))
                .map(page -> page.map(Listed::report));
    }
}
