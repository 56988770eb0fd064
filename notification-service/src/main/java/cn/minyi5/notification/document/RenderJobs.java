package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** Documents that are to be written. */
@ApplicationScoped
public class RenderJobs {

    /**
     * By hand: HQL cannot skip what another copy has locked. What a dead copy had begun comes up again when its lease is
     * over.
     */
    private static final String TAKE =
            """
            update document
            set state = 'RENDERING', tries = tries + 1, next_try_at = now() + make_interval(secs => $1)
            where id = (
                select id from document where state in ('WAITING', 'RENDERING') and next_try_at <= now()
                order by next_try_at limit 1 for update skip locked)
            returning id""";

    private final Transactions transactions;
    private final Sql sql;
    private final FrozenRows frozenRows;

    RenderJobs(Transactions transactions, Sql sql, FrozenRows frozenRows) {
        this.transactions = transactions;
        this.sql = sql;
        this.frozenRows = frozenRows;
    }

    private record Taken(UUID id) {}

    /** The rows that came are not the rows over which the hash was taken; nothing is printed that cannot be proven. */
    static final class RowsDiffer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RowsDiffer(UUID bulletin, int rows) {
            super("the " + rows + " rows of bulletin " + bulletin + " are not the rows that were frozen");
        }
    }

    /**
     * Bulletins were issued: they are to be written, if all their rows are here and are the ones that were frozen. Fails
     * with {@link RowsDiffer}: the issue becomes a dead letter, to be replayed once the rows are complete.
     */
    public Uni<Void> orderAll(List<Received<BulletinEvent.Issued>> received, Instant now) {
        return Multi.createFrom()
                .iterable(received)
                .onItem()
                .transformToUniAndConcatenate(
                        issued -> order(new RenderJob(issued.id(), issued.event(), issued.happenedAt()), now))
                .collect()
                .last();
    }

    private Uni<Void> order(RenderJob job, Instant now) {
        return frozenRows.of(job.bulletinId()).flatMap(rows -> {
            if (rows.size() != job.issued().rows() || !FrozenBulletin.isWhole(FrozenBulletin.of(job, rows))) {
                throw new RowsDiffer(job.bulletinId(), rows.size());
            }
            return transactions
                    .session()
                    .get(DocumentRow.class, job.bulletinId())
                    .flatMap(known -> known == null
                            ? transactions.session().insert(RenderJobRow.waiting(job, now))
                            : Uni.createFrom().voidItem());
        });
    }

    /** Takes one that is due, so that no other copy does until the lease is over; null if there is none. */
    Uni<@Nullable RenderJob> take(Duration lease) {
        return transactions.read(() -> sql.first(Taken.class, TAKE, lease.toMillis() / 1000.0)
                .onItem()
                .ifNotNull()
                .transformToUni(taken -> transactions.session().get(RenderJobRow.class, taken.id()))
                .onItem()
                .ifNotNull()
                .transform(RenderJobRow::job));
    }

    /** @return false if another copy was faster: what is written is not written over */
    Uni<Boolean> finish(UUID id, PaperFile docx, PaperFile xlsx, Instant now) {
        return transactions
                .session()
                .get(RenderJobRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .flatMap(row -> {
                    if (row.state == RenderJobRow.State.RENDERED) {
                        return Uni.createFrom().item(false);
                    }
                    row.rendered(docx, xlsx, now);
                    return transactions.session().update(row).replaceWith(true);
                });
    }
}
