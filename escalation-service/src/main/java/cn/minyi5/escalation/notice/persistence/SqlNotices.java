package cn.minyi5.escalation.notice.persistence;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.escalation.notice.application.Notices;
import cn.minyi5.escalation.notice.domain.SupervisionNotice;
import cn.minyi5.escalation.paging.Keyset;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlNotices implements Notices {

    private static final String TAKE_NUMBERS =
            """
            insert into notice_number (year, last) values ($1, $2)
            on conflict (year) do update set last = notice_number.last + excluded.last
            returning last - $2 + 1 as first""";

    private static final String ADD =
            """
            insert into supervision_notice (id, year, issue, clock_id, work_order_id, work_order_number, clock,
                dispatch_no, department, grid_code, category_code, confidential, due_at, issued_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    private static final String LIST =
            """
            with matching as (
                select * from supervision_notice
                where ($1::int is null or year = $1) and ($2::text is null or department = $2)
                  and starts_with(grid_code, $3) and ($4::text is null or department = $4)
                  and (not confidential or $5))
            select page.*, total.total
            from (select count(*) as total from matching) total
            left join lateral (
                select * from matching
                where $6::timestamptz is null or (issued_at, id) > ($6, $7::uuid)
                order by issued_at, id limit $8) page on true
            order by issued_at, id""";

    private static final String FIND =
            """
            select * from supervision_notice
            where id = $1 and starts_with(grid_code, $2) and ($3::text is null or department = $3)
              and (not confidential or $4)""";

    private final Transactions transactions;

    SqlNotices(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Integer> takeNumbers(Transaction tx, int year, int count) {
        return tx.connection()
                .preparedQuery(TAKE_NUMBERS)
                .execute(Tuple.of(year, count))
                .map(rows -> rows.iterator().next().getInteger("first"));
    }

    @Override
    public Uni<Void> add(Transaction tx, List<SupervisionNotice> notices) {
        return tx.connection()
                .preparedQuery(ADD)
                .executeBatch(notices.stream().map(SqlNotices::parameters).toList())
                .replaceWithVoid();
    }

    @Override
    public Uni<Listed> list(
            @Nullable Integer year, @Nullable String department, @Nullable Keyset after, int limit, Sight sight) {
        return transactions
                .pool()
                .preparedQuery(LIST)
                .execute(Tuple.from(new Object[] {
                    year,
                    department,
                    sight.division(),
                    sight.department(),
                    sight.confidential(),
                    after == null ? null : after.at().atOffset(ZoneOffset.UTC),
                    after == null ? null : after.id(),
                    limit
                }))
                .map(rows -> new Listed(
                        StreamSupport.stream(rows.spliterator(), false)
                                .filter(row -> row.getUUID("id") != null)
                                .map(SqlNotices::notice)
                                .toList(),
                        rows.iterator().next().getLong("total")));
    }

    @Override
    public Uni<@Nullable IssuedNotice> find(UUID id, Sight sight) {
        return transactions
                .pool()
                .preparedQuery(FIND)
                .execute(Tuple.of(id, sight.division(), sight.department(), sight.confidential()))
                .map(rows -> rows.size() == 0 ? null : notice(rows.iterator().next()));
    }

    private static Tuple parameters(SupervisionNotice notice) {
        var run = notice.run();
        var order = run.order();
        return Tuple.from(new Object[] {
            notice.id(),
            notice.year(),
            notice.issue(),
            run.id(),
            order.workOrderId(),
            order.number(),
            run.kind().name(),
            order.dispatchNo(),
            order.department(),
            order.gridCode(),
            order.categoryCode(),
            order.confidential(),
            run.clock().dueAt().atOffset(ZoneOffset.UTC),
            notice.issuedAt().atOffset(ZoneOffset.UTC)
        });
    }

    private static IssuedNotice notice(Row row) {
        return new IssuedNotice(
                row.getUUID("id"),
                row.getInteger("year"),
                row.getInteger("issue"),
                row.getUUID("work_order_id"),
                row.getString("work_order_number"),
                ClockKind.valueOf(row.getString("clock")),
                row.getInteger("dispatch_no"),
                row.getString("department"),
                row.getString("grid_code"),
                row.getString("category_code"),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getOffsetDateTime("issued_at").toInstant());
    }
}
