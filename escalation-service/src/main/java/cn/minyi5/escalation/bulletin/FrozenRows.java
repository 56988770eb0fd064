package cn.minyi5.escalation.bulletin;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.escalation.figures.TalliedRow;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Tally;
import cn.minyi5.messaging.Sql;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
            select $1, row_number() over (order by array_position($2::text[], figure), at, subject), figure, subject,
                   case when not confidential then grid_code end, case when not confidential then department end,
                   case when not confidential then category_code end, at, due_at, stopped_at, counted
            from evidence where at >= $3 and at < $4""";

    private static final String PAGE =
            "select * from bulletin_row where bulletin_id = $1 and no > $2 order by no limit $3";

    private static final String TALLIES =
            """
            select figure, coalesce(department, '') as group_key, count(*) filter (where counted) as counted,
                   count(*) as rows
            from bulletin_row where bulletin_id = $1
            group by grouping sets ((figure), (figure, department))
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

    private final Sql sql;

    FrozenRows(Sql sql) {
        this.sql = sql;
    }

    private record Listed(int no, Row row, long total) {}

    /**
     * Copies the evidence of the period as it now stands, in the order of figures, moments and subjects; returns how many
     * rows that were.
     */
    Uni<Integer> freeze(UUID bulletin, MonthRange period) {
        return sql.update(FREEZE, bulletin, ORDER, period.begin(), period.end());
    }

    Uni<List<Row>> page(UUID bulletin, int afterNo, int limit) {
        return sql.list(Row.class, PAGE, bulletin, afterNo, limit);
    }

    /** Counted from the rows: of the whole under the empty key, and of each department under its code. */
    Uni<Map<String, Map<FigureCode, Tally>>> tallies(UUID bulletin) {
        return sql.list(TalliedRow.class, TALLIES, bulletin).map(TalliedRow::byGroup);
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
