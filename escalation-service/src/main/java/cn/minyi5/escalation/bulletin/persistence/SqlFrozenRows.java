package cn.minyi5.escalation.bulletin.persistence;

import cn.minyi5.escalation.bulletin.application.FrozenRows;
import cn.minyi5.escalation.figures.domain.EvidenceRow;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.escalation.figures.domain.Tally;
import cn.minyi5.escalation.figures.persistence.EvidenceRows;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class SqlFrozenRows implements FrozenRows {

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
                   count(*) as all_rows
            from bulletin_row where bulletin_id = $1
            group by grouping sets ((figure), (figure, department))
            having grouping(department) = 1 or department is not null""";

    private static final String ROWS =
            """
            with matching as (
                select * from bulletin_row
                where bulletin_id = $1 and ($2::text is null or department = $2)
                  and (grid_code is null or starts_with(grid_code, $3)))
            select page.*, total.total
            from (select count(*) as total from matching) total
            left join lateral (select * from matching where no > $4 order by no limit $5) page on true
            order by no""";

    private static final String[] ORDER =
            Arrays.stream(FigureCode.values()).map(FigureCode::code).toArray(String[]::new);

    private final Transactions transactions;

    SqlFrozenRows(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Integer> freeze(Transaction tx, UUID id, Period period) {
        return tx.connection()
                .preparedQuery(FREEZE)
                .execute(Tuple.of(
                        id,
                        ORDER,
                        period.begins().atOffset(ZoneOffset.UTC),
                        period.ends().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }

    @Override
    public Uni<List<EvidenceRow>> page(Transaction tx, UUID id, int afterNo, int limit) {
        return tx.connection()
                .preparedQuery(PAGE)
                .execute(Tuple.of(id, afterNo, limit))
                .map(EvidenceRows::of);
    }

    @Override
    public Uni<Map<String, Map<FigureCode, Tally>>> tallies(Transaction tx, UUID id) {
        return tallies(tx.connection(), id);
    }

    @Override
    public Uni<Map<String, Map<FigureCode, Tally>>> tallies(UUID id) {
        return tallies(transactions.pool(), id);
    }

    @Override
    public Uni<NumberedRows> list(UUID id, int afterNo, int limit, Sight sight) {
        return transactions
                .pool()
                .preparedQuery(ROWS)
                .execute(Tuple.of(id, sight.department(), sight.division(), afterNo, limit))
                .map(BulletinRows::numbered);
    }

    private static Uni<Map<String, Map<FigureCode, Tally>>> tallies(SqlClient client, UUID id) {
        return client.preparedQuery(TALLIES).execute(Tuple.of(id)).map(EvidenceRows::tallies);
    }
}
