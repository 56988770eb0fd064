package cn.minyi5.escalation.figures;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.figures.Tallies.FigureGroup;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures of a period as far as the asker may see, counted from the view {@code evidence}, which defines each. */
@ApplicationScoped
public class FigureQueries {

    private static final List<FigureCode> ALL = List.of(FigureCode.values());

    /** By hand: a report. An order that counts once is one row, however many departments and months it was in. */
    private static final String TALLIES =
            """
            select figure, group_key,
                   count(*) filter (where counted and once is null) + count(distinct once) as counted,
                   count(*) filter (where once is null) + count(distinct once) as rows
            from (
                select figure, counted, left(grid_code, 6) || once as once, case $6
                    when 'department' then left(grid_code, 6) || '/' || department
                    when 'township' then left(grid_code, 9)
                    when 'month' then to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM')
                    else '' end as group_key
                from evidence
                where at >= $1 and at < $2 and starts_with(grid_code, $3)
                  and ($4::text is null or department = $4) and (not confidential or $5)) visible
            where group_key is not null
            group by group_key, figure""";

    /** By hand: a keyset list with its total. */
    private static final String ROWS =
            """
            with matching as (
                select *, row_number() over (partition by figure, left(grid_code, 6), once order by at) as nth
                from evidence
                where figure = any ($1::text[]) and at >= $2 and at < $3 and ($4::text is null or department = $4)
                  and starts_with(grid_code, $5) and ($6::text is null or department = $6)
                  and (not confidential or $7)),
            listed as (select *, figure || ' ' || subject as key from matching where once is null or nth = 1)
            select *, null::text as late, (select count(*) from listed) as total
            from listed where (at, key) > ($8, $9::text) order by at, key limit $10""";

    private final Transactions transactions;
    private final Sql sql;
    private final Copies copies;

    FigureQueries(Transactions transactions, Sql sql, Copies copies) {
        this.transactions = transactions;
        this.sql = sql;
        this.copies = copies;
    }

    /** By what figures are set side by side; the report knows them by their words. */
    public enum Grouping {
        DEPARTMENT,
        TOWNSHIP,
        MONTH;

        public static Grouping of(String word) {
            return Arrays.stream(values())
                    .filter(grouping -> grouping.word().equals(word))
                    .findFirst()
                    .orElseThrow(() ->
                            Refusal.invalid("figures.grouping-unknown", "by").with("value", word));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Listed(Row row, long total) {}

    public Uni<List<Figure>> whole(MonthRange period, AccessScope scope) {
        return transactions
                .read(() -> tallies(period, Tallies.WHOLE, scope))
                .map(tallies -> tallies.whole(codes(scope)));
    }

    /** As a bulletin of the division would now have them; within a unit of work. */
    public Uni<List<Figure>> ofMonth(DivisionCode division, YearMonth month) {
        return tallies(new MonthRange(month, month), Tallies.WHOLE, new AccessScope(division, null, null, true))
                .map(tallies -> tallies.whole(ALL));
    }

    /** Departments have no requests, so only the figures of one department stand beside their names. */
    public Uni<List<FigureGroup>> grouped(MonthRange period, Grouping grouping, AccessScope scope) {
        var codes = grouping == Grouping.DEPARTMENT ? FigureCode.ofOneDepartment() : codes(scope);
        return transactions.read(() -> tallies(period, grouping.word(), scope)
                .flatMap(tallies -> copies.departmentNames().map(names -> tallies.groups(names, codes))));
    }

    /** By the moment that puts a row into its month, then by its figure and its subject. */
    public Uni<Page<Row>> rows(
            FigureCode figure,
            MonthRange period,
            @Nullable String department,
            AccessScope scope,
            EvidencePosition after,
            int limit) {
        return transactions
                .read(() -> sql.list(
                        Listed.class,
                        ROWS,
                        figure.behind().stream().map(FigureCode::code).toList(),
                        period.begin(),
                        period.end(),
                        department,
                        scope.division(),
                        scope.department(),
                        scope.confidential(),
                        after.at(),
                        after.key(),
                        Page.oneMoreThan(limit)))
                .map(found -> Page.counted(found, limit, last -> EvidencePosition.of(last.row()), Listed::total))
                .map(page -> page.map(Listed::row));
    }

    private Uni<Tallies> tallies(MonthRange period, String grouping, AccessScope scope) {
        return sql.list(
                        Tallies.Row.class,
                        TALLIES,
                        period.begin(),
                        period.end(),
                        scope.division(),
                        scope.department(),
                        scope.confidential(),
                        grouping)
                .map(Tallies::of);
    }

    private static Collection<FigureCode> codes(AccessScope scope) {
        return scope.department() == null ? ALL : FigureCode.ofOneDepartment();
    }
}
