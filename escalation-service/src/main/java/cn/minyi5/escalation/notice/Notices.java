package cn.minyi5.escalation.notice;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.NoticeEvent.Issued;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All supervision notices. */
@ApplicationScoped
public class Notices {

    /**
     * By hand: part of the firing's batch. A county's number of the year stays locked until that commits, so a rollback
     * gives the numbers back and there are no gaps.
     */
    private static final String ISSUE =
            """
            with issued as (
                select asked.id as notice_id, clock.*, left(grid_code, 6) as division,
                       row_number() over (partition by left(grid_code, 6) order by no) as nth,
                       count(*) over (partition by left(grid_code, 6)) as together
                from unnest($3::uuid[], $4::uuid[]) with ordinality as asked (id, clock_id, no)
                join sla_clock clock on clock.id = asked.clock_id),
            number as (
                insert into notice_number (division, year, last)
                select division, $1, count(*) from issued group by division order by division
                on conflict (division, year) do update set last = notice_number.last + excluded.last
                returning division, year, last)
            insert into supervision_notice (id, year, issue, clock_id, work_order_id, work_order_number, clock,
                dispatch_no, department, grid_code, category_code, confidential, due_at, issued_at)
            select notice_id, year, last - together + nth, id, work_order_id, work_order_number, kind,
                dispatch_no, department, grid_code, category_code, confidential, due_at, $2
            from issued join number using (division)
            returning *, id as notice_id""";

    /** By hand: a keyset list with its total. */
    private static final String LIST =
            """
            with matching as (
                select *, coalesce(printed_number, '督办〔' || year || '〕' || issue || '号') as number
                from supervision_notice
                where ($1::uuid is null or id = $1) and ($2::int is null or year = $2)
                  and ($3::text is null or department = $3) and ($4::text is null or department = $4)
                  and starts_with(grid_code, $5) and (not confidential or $6))
            select *, (select count(*) from matching) as total
            from matching where (issued_at, id) > ($7, $8::uuid) order by issued_at, id limit $9""";

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;

    Notices(Transactions transactions, Sql sql, Outbox outbox) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
    }

    /**
     * 督办通知单. Told to a department's head and the supervision office about one run of one clock; one that was brought
     * along has its title, and none of what this system would know of its clock.
     *
     * @param issue number within the county and year, from 1, without gaps
     * @param number as it stands on the paper, such as 督办〔2026〕12号
     */
    public record SupervisionNotice(
            UUID id,
            int year,
            int issue,
            String number,
            @Nullable UUID workOrderId,
            @Nullable String workOrderNumber,
            @Nullable ClockKind clock,
            @Nullable Integer dispatchNo,
            @Nullable String department,
            String gridCode,
            @Nullable String categoryCode,
            @Nullable OffsetDateTime dueAt,
            OffsetDateTime issuedAt,
            @Nullable String title) {}

    private record Listed(SupervisionNotice notice, long total) {

        Cursor cursor() {
            return new Cursor(notice.issuedAt().toInstant(), notice.id());
        }
    }

    /** Issues a notice for each of the clocks, in the transaction of the firing, and announces them. */
    public Uni<Void> issue(List<UUID> clocks, Instant now) {
        if (clocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids =
                clocks.stream().map(clock -> UuidCreator.getTimeOrderedEpoch()).toList();
        return sql.list(Issued.class, ISSUE, CountyTime.yearOf(now), now, ids, clocks)
                .invoke(issued -> issued.forEach(outbox::announce))
                .replaceWithVoid();
    }

    /** By the moment of issue. */
    public Uni<Page<SupervisionNotice>> list(
            @Nullable Integer year, @Nullable String department, AccessScope scope, Cursor after, int limit) {
        return matching(null, year, department, scope, after, limit)
                .map(found -> Page.counted(found, limit, Listed::cursor, Listed::total))
                .map(page -> page.map(Listed::notice));
    }

    /** @throws Refusal {@code notice.unknown} also when there is none for these eyes */
    public Uni<SupervisionNotice> find(UUID id, AccessScope scope) {
        return matching(id, null, null, scope, Cursor.START, 1).map(found -> found.stream()
                .map(Listed::notice)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("notice.unknown")));
    }

    private Uni<List<Listed>> matching(
            @Nullable UUID id,
            @Nullable Integer year,
            @Nullable String department,
            AccessScope scope,
            Cursor after,
            int limit) {
        return transactions.read(() -> sql.list(
                Listed.class,
                LIST,
                id,
                year,
                department,
                scope.department(),
                scope.division(),
                scope.confidential(),
                after.moment(),
                after.id(),
                Page.oneMoreThan(limit)));
    }
}
