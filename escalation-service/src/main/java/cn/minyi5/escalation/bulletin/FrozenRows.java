package cn.minyi5.escalation.bulletin;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.BulletinEvent.RowsFrozen;
import cn.minyi5.contracts.RowsHash;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.escalation.figures.Tallies;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.messaging.InTurn;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The rows behind a bulletin as they stood when it was issued, numbered from 1 in the order of the hash; within a unit of
 * work. By hand: tens of thousands are copied, counted and paged through at once.
 */
@ApplicationScoped
class FrozenRows {

    private static final String FREEZE =
            """
            insert into bulletin_row (bulletin_id, no, figure, subject, grid_code, department, category_code, at,
                                      due_at, stopped_at, counted)
            select $1, row_number() over (order by array_position($2::text[], figure), at, subject), figure,
                   case when confidential then 'ZX02' else subject end, case when not confidential then grid_code end,
                   department, category_code, at, due_at, stopped_at, counted
            from evidence where at >= $3 and at < $4 and starts_with(grid_code, $5)""";

    /**
     * What is known of earlier months, less what their bulletins and the late arrivals that were listed since say. What a
     * row counts as is compared, and not when a late clock stopped at last. A confidential matter has no number by which
     * it could be compared: so many of them more or less.
     */
    private static final String FREEZE_LATE =
            """
            with earlier as (
                select month, (month || '-01')::timestamp at time zone 'Asia/Shanghai' as begins,
                       ((month || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai' as ends
                from bulletin where division = $4 and month < $5 and comparable),
            told as (
                select figure, case when confidential then 'ZX02' else subject end as subject,
                       case when not confidential then grid_code end as grid_code, department, category_code, at, due_at,
                       stopped_at, counted, 1 as known
                from earlier join evidence on at >= begins and at < ends and starts_with(grid_code, $4)
                union all
                select figure, subject, grid_code, department, category_code, at, due_at, stopped_at, counted,
                       case when late = 'REMOVED' then 1 else -1 end
                from bulletin join bulletin_row on id = bulletin_id
                join earlier on earlier.month = to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM')
                where division = $4),
            changed as (
                select figure, subject, grid_code, department, category_code, at, max(due_at) as due_at,
                       max(stopped_at) as stopped_at, counted, sum(known)::int as known,
                       case when sum(known) > 0 then 'ADDED' else 'REMOVED' end as late
                from told group by figure, subject, grid_code, department, category_code, at, counted
                having sum(known) <> 0)
            insert into bulletin_row (bulletin_id, no, figure, subject, grid_code, department, category_code, at,
                                      due_at, stopped_at, counted, late)
            select $1, $3 + row_number() over (
                       order by to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM'),
                                array_position($2::text[], figure), at, subject, late),
                   figure, subject, grid_code, department, category_code, at, due_at, stopped_at, counted, late
            from changed cross join generate_series(1, abs(known))""";

    private static final String PAGE =
            "select * from bulletin_row where bulletin_id = $1 and no > $2 order by no limit $3";

    /** Of an order that several departments had in the month, the row of the first is counted in the whole. */
    private static final String TALLIES =
            """
            select figure, coalesce(left(grid_code, 6) || '/' || department, '') as group_key, count(*) as rows,
                   case when grouping(department) = 0 and figure in ('dispatched', 'returned') then count(*)
                        else count(*) filter (where counted) end as counted
            from bulletin_row where bulletin_id = $1 and late is null
            group by grouping sets ((figure), (figure, left(grid_code, 6), department))
            having grouping(department) = 1 or department is not null""";

    private static final String LIST =
            """
            with matching as (
                select * from bulletin_row
                where bulletin_id = $1 and ($2::text is null or department = $2)
                  and (grid_code is null or starts_with(grid_code, $3)))
            select *, (select count(*) from matching) as total
            from matching where no > $4 order by no limit $5""";

    private static final List<String> ORDER =
            Arrays.stream(FigureCode.values()).map(FigureCode::code).toList();

    /** As the contract has it: keeps an event well below what Kafka takes. */
    private static final int ROWS_IN_AN_EVENT = 500;

    private final Sql sql;
    private final Outbox outbox;

    FrozenRows(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    /** How many rows were frozen, late arrivals among them, and their hash. */
    record Frozen(int rows, String sha256) {}

    private record Listed(int no, Row row, long total) {}

    /**
     * Copies the evidence of the division and month as it now stands, in the order of figures, moments and subjects, and
     * after it the late arrivals of earlier months; takes their hash and announces them, page by page.
     */
    Uni<Frozen> freeze(UUID bulletin, DivisionCode division, YearMonth month) {
        var period = new MonthRange(month, month);
        return sql.update(FREEZE, bulletin, ORDER, period.begin(), period.end(), division)
                .flatMap(own -> sql.update(FREEZE_LATE, bulletin, ORDER, own, division, month.toString())
                        .map(late -> own + late))
                .flatMap(rows -> announce(bulletin, rows));
    }

    private Uni<Frozen> announce(UUID bulletin, int rows) {
        var hash = new RowsHash();
        return InTurn.each(pages(rows), page -> sql.list(
                                Row.class, PAGE, bulletin, page * ROWS_IN_AN_EVENT, ROWS_IN_AN_EVENT)
                        .invoke(found -> found.forEach(hash::add))
                        .invoke(found -> outbox.announce(new RowsFrozen(bulletin, page, found))))
                .map(done -> new Frozen(rows, hash.hex()));
    }

    private static List<Integer> pages(int rows) {
        return IntStream.iterate(0, page -> page * ROWS_IN_AN_EVENT < rows, page -> page + 1)
                .boxed()
                .toList();
    }

    /** Counted from the rows of its own month: of the whole, and of each department under its code. */
    Uni<Tallies> tallies(UUID bulletin) {
        return sql.list(Tallies.Row.class, TALLIES, bulletin).map(Tallies::of);
    }

    Uni<Page<Row>> list(UUID bulletin, AccessScope scope, int afterNo, int limit) {
        return sql.list(
                        Listed.class,
                        LIST,
                        bulletin,
                        scope.department(),
                        scope.division(),
                        afterNo,
                        Page.oneMoreThan(limit))
                .map(found -> Page.counted(found, limit, Listed::no, Listed::total))
                .map(page -> page.map(Listed::row));
    }
}
