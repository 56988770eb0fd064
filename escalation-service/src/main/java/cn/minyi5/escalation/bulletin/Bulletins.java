package cn.minyi5.escalation.bulletin;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.figures.Departments;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All bulletins; the rows that were frozen for them are {@link FrozenRows}. By hand: numbering is one statement, and a
 * bulletin is read as the record it is.
 */
@ApplicationScoped
public class Bulletins {

    /** Nobody else gets a number of the year until the end of the transaction, also not its first one. */
    private static final String BEGIN =
            """
            with number as (
                insert into bulletin_number (year, last) values ($3, 1)
                on conflict (year) do update set last = bulletin_number.last + 1 returning last)
            insert into bulletin (id, month, year, issue, issued_at, rows, rows_sha256)
            select $1, $2, $3, last, $4, 0, '' from number
            on conflict (month) do nothing""";

    private static final String COMPLETE = "update bulletin set rows = $2, rows_sha256 = $3 where id = $1";

    private static final String ISSUED = "select exists (select from bulletin where month = $1)";

    private static final String LIST =
            """
            select *, '通报 ' || year || '年第' || issue || '期' as number from bulletin
            where ($1::uuid is null or id = $1) and id > $2 order by id limit $3""";

    private static final String COUNT = "select count(*) from bulletin";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Transactions transactions;
    private final Sql sql;
    private final FrozenRows frozenRows;
    private final Departments departments;

    Bulletins(Transactions transactions, Sql sql, FrozenRows frozenRows, Departments departments) {
        this.transactions = transactions;
        this.sql = sql;
        this.frozenRows = frozenRows;
        this.departments = departments;
    }

    /** In the transaction that is open. */
    Uni<Boolean> isIssued(YearMonth month) {
        return sql.value(Boolean.class, ISSUED, month.toString());
    }

    /** In the transaction that is open: begins a bulletin that has no rows yet, under the next number of this year. */
    Uni<UUID> begin(YearMonth month, Instant now) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return sql.update(BEGIN, id, month.toString(), CountyTime.yearOf(now), now)
                .map(begun -> {
                    if (begun == 0) {
                        throw Refusal.conflict("bulletin.already-issued").with("month", month);
                    }
                    return id;
                });
    }

    /** In the transaction that is open. */
    Uni<IssuedBulletin> complete(UUID id, int rows, String sha256) {
        return sql.update(COMPLETE, id, rows, sha256).chain(() -> known(id)).flatMap(this::withFigures);
    }

    /** Oldest first. */
    public Uni<Page<Bulletin>> list(@Nullable UUID after, int limit) {
        var first = Objects.requireNonNullElse(after, BEFORE_ALL);
        return transactions.read(() -> sql.list(Bulletin.class, LIST, null, first, Page.oneMoreThan(limit))
                .flatMap(found ->
                        sql.value(Long.class, COUNT).map(total -> Page.of(found, limit, Bulletin::id, total))));
    }

    public Uni<IssuedBulletin> get(UUID id) {
        return transactions.read(() -> known(id).flatMap(this::withFigures));
    }

    public Uni<Page<Row>> rows(UUID id, AccessScope scope, int afterNo, int limit) {
        return transactions.read(() -> known(id).chain(() -> frozenRows.list(id, scope, afterNo, limit)));
    }

    private Uni<Bulletin> known(UUID id) {
        return sql.first(Bulletin.class, LIST, id, BEFORE_ALL, 1)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("bulletin.unknown"));
    }

    private Uni<IssuedBulletin> withFigures(Bulletin bulletin) {
        return frozenRows
                .tallies(bulletin.id())
                .flatMap(tallies -> departments.names().map(names -> IssuedBulletin.of(bulletin, tallies, names)));
    }
}
