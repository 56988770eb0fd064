package cn.minyi5.escalation.notice;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.NoticeEvent.Issued;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.notice.domain.SupervisionNotice;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All supervision notices. */
@ApplicationScoped
public class Notices {

    /**
     * By hand: part of the firing's batch. The year's number stays locked until that commits, so a rollback gives the
     * numbers back and there are no gaps.
     */
    private static final String ISSUE =
            """
            with number as (
                insert into notice_number (year, last) values ($1, cardinality($3::uuid[]))
                on conflict (year) do update set last = notice_number.last + excluded.last
                returning year, last - cardinality($3::uuid[]) as before)
            insert into supervision_notice (id, year, issue, clock_id, work_order_id, work_order_number, clock,
                dispatch_no, department, grid_code, category_code, confidential, due_at, issued_at)
            select issued.id, number.year, number.before + issued.no, clock.id, work_order_id, work_order_number, kind,
                dispatch_no, department, grid_code, category_code, confidential, due_at, $2
            from number
            cross join unnest($3::uuid[], $4::uuid[]) with ordinality as issued (id, clock_id, no)
            join sla_clock clock on clock.id = issued.clock_id
            returning *""";

    /** By hand: a keyset list with its total. */
    private static final String LIST =
            """
            with matching as (
                select * from supervision_notice
                where ($1::int is null or year = $1) and ($2::text is null or department = $2)
                  and starts_with(grid_code, $3) and ($4::text is null or department = $4)
                  and (not confidential or $5))
            select *, (select count(*) from matching) as total
            from matching where (issued_at, id) > ($6, $7::uuid) order by issued_at, id limit $8""";

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;

    Notices(Transactions transactions, Sql sql, Outbox outbox) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
    }

    /** A notice with its id. */
    public record IssuedNotice(UUID id, SupervisionNotice notice) {}

    private record Listed(UUID id, SupervisionNotice notice, long total) {}

    /** Issues a notice for each of the clocks, in the transaction of the firing, and announces them. */
    public Uni<Void> issue(List<UUID> clocks, Instant now) {
        if (clocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids =
                clocks.stream().map(clock -> UuidCreator.getTimeOrderedEpoch()).toList();
        return sql.list(IssuedNotice.class, ISSUE, CountyTime.yearOf(now), now, ids, clocks)
                .invoke(issued -> issued.forEach(notice -> outbox.announce(event(notice))))
                .replaceWithVoid();
    }

    /** By the moment of issue. */
    public Uni<Page<IssuedNotice>> list(
            @Nullable Integer year, @Nullable String department, AccessScope scope, Cursor after, int limit) {
        return transactions
                .read(() -> sql.list(
                        Listed.class,
                        LIST,
                        year,
                        department,
                        scope.division(),
                        scope.department(),
                        scope.confidential(),
                        after.moment(),
                        after.id(),
                        Page.oneMoreThan(limit)))
                .map(found -> Page.of(
                                found,
                                limit,
                                last -> new Cursor(last.notice().issuedAt(), last.id()),
                                found.isEmpty() ? 0 : found.get(0).total())
                        .map(listed -> new IssuedNotice(listed.id(), listed.notice())));
    }

    /** @throws Refusal {@code notice.unknown} also when there is none for these eyes */
    public Uni<IssuedNotice> find(UUID id, AccessScope scope) {
        return transactions
                .read(() -> transactions.session().get(SupervisionNoticeRow.class, id))
                .map(row -> {
                    if (row == null || !isVisible(row.notice, scope)) {
                        throw Refusal.notFound("notice.unknown");
                    }
                    return new IssuedNotice(row.id, row.notice);
                });
    }

    private static boolean isVisible(SupervisionNotice notice, AccessScope scope) {
        return notice.gridCode().startsWith(scope.division().value())
                && (scope.department() == null || scope.department().equals(notice.department()))
                && (scope.confidential() || !notice.confidential());
    }

    private static Issued event(IssuedNotice issue) {
        var notice = issue.notice();
        return new Issued(
                issue.id(),
                notice.year(),
                notice.issue(),
                notice.workOrderId(),
                notice.workOrderNumber(),
                notice.clock(),
                notice.dispatchNo(),
                notice.department(),
                notice.gridCode(),
                notice.categoryCode(),
                notice.confidential(),
                CountyTime.at(notice.dueAt()));
    }
}
