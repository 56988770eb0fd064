package cn.minyi5.escalation.figures.persistence;

import cn.minyi5.escalation.figures.application.Evidence;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Grouping;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.escalation.figures.domain.Tally;
import cn.minyi5.escalation.paging.Keyset;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the view {@code evidence}, which holds the definition of each figure. */
@ApplicationScoped
class SqlEvidence implements Evidence {

    private static final String TALLIES =
            """
            select figure, count(*) filter (where counted) as counted, count(*) as all_rows, group_key
            from (
                select figure, counted, case $6
                    when 'department' then department
                    when 'township' then left(grid_code, 9)
                    when 'month' then to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM')
                    else '' end as group_key
                from evidence
                where at >= $1 and at < $2 and starts_with(grid_code, $3)
                  and ($4::text is null or department = $4) and (not confidential or $5)) visible
            where group_key is not null
            group by group_key, figure""";

    private static final String ROWS =
            """
            with matching as (
                select * from evidence
                where figure = $1 and at >= $2 and at < $3 and ($4::text is null or department = $4)
                  and starts_with(grid_code, $5) and ($6::text is null or department = $6)
                  and (not confidential or $7))
            select page.*, total.total
            from (select count(*) as total from matching) total
            left join lateral (
                select * from matching
                where $8::timestamptz is null or (at, subject) > ($8, $9::text)
                order by at, subject limit $10) page on true
            order by at, subject""";

    private final Transactions transactions;

    SqlEvidence(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Map<FigureCode, Tally>> tallies(Period period, Sight sight) {
        return grouped(period, "", sight).map(groups -> groups.getOrDefault("", Map.of()));
    }

    @Override
    public Uni<Map<String, Map<FigureCode, Tally>>> tallies(Period period, Grouping grouping, Sight sight) {
        return grouped(period, grouping.word(), sight);
    }

    @Override
    public Uni<Rows> rows(
            FigureCode figure,
            Period period,
            @Nullable String department,
            @Nullable Keyset after,
            int limit,
            Sight sight) {
        return transactions
                .pool()
                .preparedQuery(ROWS)
                .execute(Tuple.from(new Object[] {
                    figure.code(),
                    utc(period.begins()),
                    utc(period.ends()),
                    department,
                    sight.division(),
                    sight.department(),
                    sight.confidential(),
                    after == null ? null : utc(after.at()),
                    after == null ? null : after.key(),
                    limit
                }))
                .map(rows ->
                        new Rows(EvidenceRows.of(rows), rows.iterator().next().getLong("total")));
    }

    private Uni<Map<String, Map<FigureCode, Tally>>> grouped(Period period, String grouping, Sight sight) {
        return transactions
                .pool()
                .preparedQuery(TALLIES)
                .execute(Tuple.of(
                        utc(period.begins()),
                        utc(period.ends()),
                        sight.division(),
                        sight.department(),
                        sight.confidential(),
                        grouping))
                .map(EvidenceRows::tallies);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
