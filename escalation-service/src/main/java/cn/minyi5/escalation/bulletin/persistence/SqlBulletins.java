package cn.minyi5.escalation.bulletin.persistence;

import cn.minyi5.escalation.bulletin.application.Bulletins;
import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.figures.domain.EvidenceRow;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.escalation.figures.domain.Tally;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlBulletins implements Bulletins {

    private static final String EXISTS = "select exists (select from bulletin where month = $1) as there";

    private static final String TAKE_NUMBER =
            """
            insert into bulletin_number (year, last) values ($1, 1)
            on conflict (year) do update set last = bulletin_number.last + 1 returning last""";

    private static final String BEGIN =
            """
            insert into bulletin (id, month, year, issue, issued_at, rows, rows_sha256)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (month) do nothing""";

    private static final String FREEZE =
            """
            insert into bulletin_row (bulletin_id, no, figure, subject, grid_code, department, category_code, at,
                                      due_at, stopped_at, counted)
            select $1, row_number() over (order by array_position($2::text[], figure), at, subject), figure, subject,
                   case when not confidential then grid_code end, case when not confidential then department end,
                   case when not confidential then category_code end, at, due_at, stopped_at, counted
            from evidence where at >= $3 and at < $4""";

    private static final String COMPLETE = "update bulletin set rows = $2, rows_sha256 = $3 where id = $1";

    private static final String PAGE =
            "select * from bulletin_row where bulletin_id = $1 and no > $2 order by no limit $3";

    private static final String TALLIES =
            """
            select figure, coalesce(department, '') as group_key, count(*) filter (where counted) as counted,
                   count(*) as all_rows
            from bulletin_row where bulletin_id = $1
            group by grouping sets ((figure), (figure, department))
            having grouping(department) = 1 or department is not null""";

    private static final String LIST =
            "select * from bulletin where ($1::uuid is null or id > $1) order by id limit $2";

    private static final String COUNT = "select count(*) as total from bulletin";

    private static final String FIND = "select * from bulletin where id = $1";

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

    SqlBulletins(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Boolean> exists(YearMonth month) {
        return transactions
                .pool()
                .preparedQuery(EXISTS)
                .execute(Tuple.of(month.toString()))
                .map(rows -> rows.iterator().next().getBoolean("there"));
    }

    @Override
    public Uni<Integer> takeNumber(Transaction tx, int year) {
        return tx.connection()
                .preparedQuery(TAKE_NUMBER)
                .execute(Tuple.of(year))
                .map(rows -> rows.iterator().next().getInteger("last"));
    }

    @Override
    public Uni<Boolean> begin(Transaction tx, Bulletin bulletin) {
        return tx.connection()
                .preparedQuery(BEGIN)
                .execute(Tuple.from(new Object[] {
                    bulletin.id(),
                    bulletin.month().toString(),
                    bulletin.year(),
                    bulletin.issue(),
                    bulletin.issuedAt().atOffset(ZoneOffset.UTC),
                    bulletin.rows(),
                    bulletin.rowsSha256()
                }))
                .map(rows -> rows.rowCount() == 1);
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
    public Uni<Void> complete(Transaction tx, Bulletin bulletin) {
        return tx.connection()
                .preparedQuery(COMPLETE)
                .execute(Tuple.of(bulletin.id(), bulletin.rows(), bulletin.rowsSha256()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<EvidenceRow>> page(Transaction tx, UUID id, int afterNo, int limit) {
        return tx.connection()
                .preparedQuery(PAGE)
                .execute(Tuple.of(id, afterNo, limit))
                .map(BulletinRows::evidence);
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
    public Uni<List<Bulletin>> list(@Nullable UUID after, int limit) {
        return transactions
                .pool()
                .preparedQuery(LIST)
                .execute(Tuple.of(after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(BulletinRows::bulletin)
                        .toList());
    }

    @Override
    public Uni<Long> count() {
        return transactions.pool().preparedQuery(COUNT).execute().map(rows -> rows.iterator()
                .next()
                .getLong("total"));
    }

    @Override
    public Uni<@Nullable Bulletin> find(UUID id) {
        return transactions
                .pool()
                .preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? null
                        : BulletinRows.bulletin(rows.iterator().next()));
    }

    @Override
    public Uni<NumberedRows> rows(UUID id, int afterNo, int limit, Sight sight) {
        return transactions
                .pool()
                .preparedQuery(ROWS)
                .execute(Tuple.of(id, sight.department(), sight.division(), afterNo, limit))
                .map(BulletinRows::numbered);
    }

    private static Uni<Map<String, Map<FigureCode, Tally>>> tallies(SqlClient client, UUID id) {
        return client.preparedQuery(TALLIES).execute(Tuple.of(id)).map(BulletinRows::tallies);
    }
}
