package cn.minyi5.escalation.bulletin.persistence;

import cn.minyi5.escalation.bulletin.application.Bulletins;
import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
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

    private static final String COMPLETE = "update bulletin set rows = $2, rows_sha256 = $3 where id = $1";

    private static final String LIST =
            "select * from bulletin where ($1::uuid is null or id > $1) order by id limit $2";

    private static final String COUNT = "select count(*) as total from bulletin";

    private static final String FIND = "select * from bulletin where id = $1";

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
    public Uni<Void> complete(Transaction tx, Bulletin bulletin) {
        return tx.connection()
                .preparedQuery(COMPLETE)
                .execute(Tuple.of(bulletin.id(), bulletin.rows(), bulletin.rowsSha256()))
                .replaceWithVoid();
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
}
