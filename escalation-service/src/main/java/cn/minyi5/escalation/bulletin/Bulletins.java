package cn.minyi5.escalation.bulletin;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.bulletin.domain.IssuedBulletin;
import cn.minyi5.escalation.figures.Departments;
import cn.minyi5.escalation.figures.domain.EvidenceRow;
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

/** All bulletins; the rows that were frozen for them are {@link FrozenRows}. */
@ApplicationScoped
public class Bulletins {

    /** By hand: nobody else gets a number of the year until the end of the transaction, also not its first one. */
    private static final String TAKE_NUMBER =
            """
            insert into bulletin_number (year, last) values ($1, 1)
            on conflict (year) do update set last = bulletin_number.last + 1 returning last""";

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

    private record Number(int last) {}

    Uni<Boolean> exists(YearMonth month) {
        return transactions
                .session()
                .createSelectionQuery("select count(*) from BulletinRow b where b.bulletin.month = :month", Long.class)
                .setParameter("month", month)
                .getSingleResult()
                .map(count -> count > 0);
    }

    /**
     * In the transaction that is open: begins a bulletin that has no rows yet, under the next number of this year.
     *
     * @throws Refusal {@code bulletin.already-issued}
     */
    Uni<BulletinRow> begin(YearMonth month, Instant now) {
        var year = CountyTime.yearOf(now);
        return sql.first(Number.class, TAKE_NUMBER, year)
                .call(() -> exists(month).invoke(there -> {
                    if (there) {
                        throw Refusal.conflict("bulletin.already-issued").with("month", month);
                    }
                }))
                .map(number -> BulletinRow.of(
                        UuidCreator.getTimeOrderedEpoch(), Bulletin.begin(month, year, number.last(), now)))
                .call(row -> transactions.session().insert(row));
    }

    Uni<BulletinRow> complete(BulletinRow row, int rows, String sha256) {
        row.bulletin = row.bulletin.frozen(rows, sha256);
        return transactions.session().update(row).replaceWith(row);
    }

    /** A bulletin without its figures. */
    public record Listed(UUID id, Bulletin bulletin) {}

    /** Oldest first. */
    public Uni<Page<Listed>> list(@Nullable UUID after, int limit) {
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery("from BulletinRow b where b.id > :after order by b.id", BulletinRow.class)
                .setParameter("after", Objects.requireNonNullElse(after, BEFORE_ALL))
                .setMaxResults(Page.oneMoreThan(limit))
                .getResultList()
                .flatMap(found -> count().map(total -> Page.of(found, limit, row -> row.id, total)))
                .map(page -> page.map(row -> new Listed(row.id, row.bulletin))));
    }

    /** @throws Refusal {@code bulletin.unknown} */
    public Uni<IssuedBulletin> get(UUID id) {
        return transactions.read(() -> known(id).flatMap(this::withFigures));
    }

    /** @throws Refusal {@code bulletin.unknown} */
    public Uni<Page<EvidenceRow>> rows(UUID id, AccessScope scope, int afterNo, int limit) {
        return transactions.read(() -> known(id).chain(() -> frozenRows.list(id, scope, afterNo, limit)));
    }

    private Uni<BulletinRow> known(UUID id) {
        return transactions
                .session()
                .get(BulletinRow.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("bulletin.unknown"));
    }

    private Uni<Long> count() {
        return transactions
                .session()
                .createSelectionQuery("select count(*) from BulletinRow", Long.class)
                .getSingleResult();
    }

    /** Counted from the frozen rows, in the unit of work that is open. */
    Uni<IssuedBulletin> withFigures(BulletinRow row) {
        return frozenRows.tallies(row.id).flatMap(tallies -> departments
                .names()
                .map(names -> IssuedBulletin.of(row.id, row.bulletin, tallies, names)));
    }
}
