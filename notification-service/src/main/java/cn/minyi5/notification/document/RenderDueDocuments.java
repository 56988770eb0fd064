package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.TellPeople;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.domain.BulletinPaper;
import cn.minyi5.notification.document.office.ExcelAnnex;
import cn.minyi5.notification.document.office.WordPaper;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jboss.logging.Logger;

/**
 * Writes papers that are due, one after the other, and tells people once they can be read. A copy that dies or fails in
 * the middle leaves the paper to whoever comes first when the lease is over.
 */
@ApplicationScoped
class RenderDueDocuments {

    private static final Logger LOG = Logger.getLogger(RenderDueDocuments.class);

    /** By hand: HQL cannot skip what another copy has locked. */
    private static final String TAKE =
            """
            update document
            set state = 'RENDERING', tries = tries + 1, next_try_at = now() + make_interval(secs => $1)
            where id = (
                select id from document where state in ('WAITING', 'RENDERING') and next_try_at <= now()
                order by next_try_at limit 1 for update skip locked)
            returning id, event_id, issued, issued_at""";

    /** What is written is not written over. */
    private static final String FINISH =
            """
            update DocumentRow
            set state = :rendered, nextTryAt = null, renderedAt = :now,
                docx = :docx, docxSha256 = :docxSha256, xlsx = :xlsx, xlsxSha256 = :xlsxSha256
            where id = :id and state <> :rendered""";

    private final Transactions transactions;
    private final Sql sql;
    private final FrozenBulletins bulletins;
    private final TellPeople people;
    private final DocumentsConfig config;

    RenderDueDocuments(
            Transactions transactions, Sql sql, FrozenBulletins bulletins, TellPeople people, DocumentsConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.bulletins = bulletins;
        this.people = people;
        this.config = config;
    }

    /** A bulletin in the hands of this copy, until its lease runs out; the event as its payload. */
    private record RenderJob(UUID id, UUID eventId, byte[] issued, Instant issuedAt) {

        Bulletin bulletin(List<BulletinEvent.Row> rows) {
            return new Bulletin(FrozenBulletins.read(issued, BulletinEvent.Issued.class), issuedAt, rows);
        }
    }

    @Scheduled(every = "${minyi5.documents.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renderAll() {
        return transactions
                .read(() -> sql.first(RenderJob.class, TAKE, config.lease().toMillis() / 1000.0))
                .onItem()
                .ifNotNull()
                .transformToUni(job -> render(job).chain(this::renderAll));
    }

    private Uni<Void> render(RenderJob job) {
        return transactions
                .read(() -> bulletins.rowsOf(job.id()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(job::bulletin)
                .flatMap(bulletin -> publish(
                        job,
                        bulletin,
                        WordPaper.print(BulletinPaper.of(bulletin, config.letterhead())),
                        ExcelAnnex.print(bulletin)))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "bulletin %s is not on paper yet", job.id()))
                .onFailure()
                .recoverWithNull();
    }

    /** Tells people, unless another copy was faster. */
    private Uni<Void> publish(RenderJob job, Bulletin bulletin, byte[] docx, byte[] xlsx) {
        var docxSha256 = DigestUtils.sha256Hex(docx);
        var xlsxSha256 = DigestUtils.sha256Hex(xlsx);
        var telling = new TellPeople.Telling(job.eventId(), NotificationTrigger.of(bulletin.issued()));
        return transactions.run(now -> transactions
                .session()
                .createMutationQuery(FINISH)
                .setParameter("id", job.id())
                .setParameter("rendered", DocumentRow.State.RENDERED)
                .setParameter("now", now)
                .setParameter("docx", docx)
                .setParameter("docxSha256", docxSha256)
                .setParameter("xlsx", xlsx)
                .setParameter("xlsxSha256", xlsxSha256)
                .executeUpdate()
                .flatMap(
                        finished -> finished == 0 ? Uni.createFrom().voidItem() : told(job, docxSha256, telling, now)));
    }

    private Uni<Void> told(RenderJob job, String docxSha256, TellPeople.Telling telling, Instant now) {
        transactions.logged().bySystem("renderDocument", job.id().toString());
        transactions.logged().content(docxSha256.getBytes(StandardCharsets.UTF_8));
        return people.tell(List.of(telling), now);
    }
}
