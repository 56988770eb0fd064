package cn.minyi5.escalation.bulletin;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.figures.Copies;
import cn.minyi5.escalation.figures.FigureQueries;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** All bulletins; the rows that were frozen for them are {@link FrozenRows}. */
@ApplicationScoped
public class Bulletins {

    /** By hand: nobody else gets a number of the division until the end of the transaction, also not its first one. */
    private static final String TAKE_TOTAL =
            """
            insert into bulletin_total (division, last) values ($1, 1)
            on conflict (division) do update set last = bulletin_total.last + 1 returning last""";

    /** After the total was taken, which waits for whoever has one: this statement sees what they have issued. */
    private static final String NEXT_ISSUE =
            "select (count(*) + 1)::int from bulletin where division = $1 and year = $2";

    private static final String LIVE =
            """
            select left(grid_code, 6) as division, min(told_at) as since
            from request_copy where told_at is not null group by 1 order by 1""";

    /** As {@link AccessScope#readsPapersOf}. */
    private static final String READABLE =
            """
            from BulletinRow where id > :after
                and (division like concat(:mine, '%') or :mine like concat(division, '%'))
            order by id""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Transactions transactions;
    private final Sql sql;
    private final FrozenRows frozenRows;
    private final Copies copies;
    private final FigureQueries figures;

    Bulletins(Transactions transactions, Sql sql, FrozenRows frozenRows, Copies copies, FigureQueries figures) {
        this.transactions = transactions;
        this.sql = sql;
        this.frozenRows = frozenRows;
        this.copies = copies;
        this.figures = figures;
    }

    /**
     * 通报. One month's figures as they stood when it was issued.
     *
     * @param division whose office issues it, and whose places it counts
     * @param month yyyy-MM
     * @param year of the month, whenever it was issued
     * @param issue number within the division and year, from 1, without gaps; {@code total} of the division in all
     * @param number as it stands on the paper, such as 通报 2021年第9期（总第18期）
     * @param rows how many rows were frozen, those of late arrivals of earlier months among them
     * @param rowsSha256 taken over them in their order
     */
    public record Bulletin(
            UUID id,
            String division,
            String month,
            int year,
            int issue,
            int total,
            String number,
            OffsetDateTime issuedAt,
            int rows,
            String rowsSha256) {}

    /** A county whose requests are told as they happen, and since when. */
    record Live(String division, Instant since) {}

    /** By hand: a report. Within a unit of work. */
    Uni<List<Live>> live() {
        return sql.list(Live.class, LIVE);
    }

    /** As yyyy-MM, within a unit of work. */
    Uni<Set<String>> issuedMonths(DivisionCode division) {
        return transactions
                .session()
                .createSelectionQuery("select month from BulletinRow where division = :division", String.class)
                .setParameter("division", division.value())
                .getResultList()
                .map(Set::copyOf);
    }

    /** In the transaction that is open: under the next numbers of the division, with the rows as they now stand. */
    Uni<IssuedBulletin> issue(DivisionCode division, YearMonth month, Instant now) {
        return sql.value(Integer.class, TAKE_TOTAL, division)
                .flatMap(total -> sql.value(Integer.class, NEXT_ISSUE, division, month.getYear())
                        .map(issue -> BulletinRow.begin(division, month, issue, total, now)))
                .call(begun -> transactions.session().insert(begun))
                .onFailure(ConstraintViolationException.class)
                .transform(taken -> Refusal.conflict("bulletin.already-issued").with("month", month))
                .call(begun -> frozenRows
                        .freeze(begun.id, division, month)
                        .invoke(begun::complete)
                        .chain(() -> transactions.session().update(begun)))
                .flatMap(begun -> withFigures(begun.bulletin()));
    }

    /** Those of the reader's county, or of the counties below the reader. Oldest first. */
    public Uni<Page<Bulletin>> list(AccessScope scope, @Nullable UUID after, int limit) {
        var first = Objects.requireNonNullElse(after, BEFORE_ALL);
        return transactions.read(
                () -> behind(BEFORE_ALL, scope).getResultCount().flatMap(total -> behind(first, scope)
                        .setMaxResults(Page.oneMoreThan(limit))
                        .getResultList()
                        .map(rows -> Page.of(rows, limit, row -> row.id, total).map(BulletinRow::bulletin))));
    }

    private SelectionQuery<BulletinRow> behind(UUID id, AccessScope scope) {
        return transactions
                .session()
                .createSelectionQuery(READABLE, BulletinRow.class)
                .setParameter("after", id)
                .setParameter("mine", scope.division().value());
    }

    public Uni<IssuedBulletin> get(UUID id, AccessScope scope) {
        return transactions.read(() -> known(id, scope).flatMap(this::withFigures));
    }

    /** Those of the whole division, in the order in which they are printed. */
    public Uni<List<ComparedFigure>> compared(UUID id, AccessScope scope) {
        return transactions.read(
                () -> known(id, scope).flatMap(this::withFigures).flatMap(issued -> figures.ofMonth(
                                new DivisionCode(issued.bulletin().division()),
                                YearMonth.parse(issued.bulletin().month()))
                        .map(now -> ComparedFigure.of(issued.figures(), now))));
    }

    public Uni<Page<Row>> rows(UUID id, AccessScope scope, int afterNo, int limit) {
        return transactions.read(() -> known(id, scope).chain(() -> frozenRows.list(id, scope, afterNo, limit)));
    }

    private Uni<Bulletin> known(UUID id, AccessScope scope) {
        return transactions.session().get(BulletinRow.class, id).map(row -> {
            if (row == null || !scope.readsPapersOf(new DivisionCode(row.division))) {
                throw Refusal.notFound("bulletin.unknown");
            }
            return row.bulletin();
        });
    }

    private Uni<IssuedBulletin> withFigures(Bulletin bulletin) {
        return frozenRows.tallies(bulletin.id()).flatMap(tallies -> copies.departmentNames()
                .map(names -> IssuedBulletin.of(bulletin, tallies, names)));
    }
}
