package cn.minyi5.escalation.bulletin;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.MonthRange;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.figures.Copies;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
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
    private final Copies copies;

    Bulletins(Transactions transactions, Sql sql, FrozenRows frozenRows, Copies copies) {
        this.transactions = transactions;
        this.sql = sql;
        this.frozenRows = frozenRows;
        this.copies = copies;
    }

    /**
     * 通报. One month's figures as they stood when it was issued.
     *
     * @param month yyyy-MM
     * @param year in which it was issued, which is not always the month's
     * @param issue number within that year, from 1, without gaps
     * @param number as it stands on the paper, such as 通报 2026年第3期
     * @param rows how many rows were frozen
     * @param rowsSha256 taken over them in their order
     */
    public record Bulletin(
            UUID id,
            String month,
            int year,
            int issue,
            String number,
            OffsetDateTime issuedAt,
            int rows,
            String rowsSha256) {}

    /** In the transaction that is open. */
    Uni<Boolean> isIssued(YearMonth month) {
        return transactions
                .session()
                .createSelectionQuery("from BulletinRow where month = :month", BulletinRow.class)
                .setParameter("month", month.toString())
                .getSingleResultOrNull()
                .map(Objects::nonNull);
    }

    /** In the transaction that is open: under the next number of this year, with the rows as they now stand. */
    Uni<IssuedBulletin> issue(YearMonth month, Instant now) {
        var year = CountyTime.yearOf(now);
        return sql.value(Integer.class, TAKE_NUMBER, year)
                .map(issue -> BulletinRow.begin(month, year, issue, now))
                .call(begun -> transactions.session().insert(begun))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> Refusal.conflict("bulletin.already-issued").with("month", month))
                .call(begun -> frozenRows
                        .freeze(begun.id, new MonthRange(month, month))
                        .invoke(begun::complete)
                        .chain(() -> transactions.session().update(begun)))
                .flatMap(begun -> withFigures(begun.bulletin()));
    }

    /** Oldest first. */
    public Uni<Page<Bulletin>> list(@Nullable UUID after, int limit) {
        var first = Objects.requireNonNullElse(after, BEFORE_ALL);
        return transactions.read(() -> behind(BEFORE_ALL).getResultCount().flatMap(total -> behind(first)
                .setMaxResults(Page.oneMoreThan(limit))
                .getResultList()
                .map(rows -> Page.of(rows, limit, row -> row.id, total).map(BulletinRow::bulletin))));
    }

    private SelectionQuery<BulletinRow> behind(UUID id) {
        return transactions
                .session()
                .createSelectionQuery("from BulletinRow where id > :after order by id", BulletinRow.class)
                .setParameter("after", id);
    }

    public Uni<IssuedBulletin> get(UUID id) {
        return transactions.read(() -> known(id).flatMap(this::withFigures));
    }

    public Uni<Page<Row>> rows(UUID id, AccessScope scope, int afterNo, int limit) {
        return transactions.read(() -> known(id).chain(() -> frozenRows.list(id, scope, afterNo, limit)));
    }

    private Uni<Bulletin> known(UUID id) {
        return transactions
                .session()
                .get(BulletinRow.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("bulletin.unknown"))
                .map(BulletinRow::bulletin);
    }

    private Uni<IssuedBulletin> withFigures(Bulletin bulletin) {
        return frozenRows.tallies(bulletin.id()).flatMap(tallies -> copies.departmentNames()
                .map(names -> IssuedBulletin.of(bulletin, tallies, names)));
    }
}
