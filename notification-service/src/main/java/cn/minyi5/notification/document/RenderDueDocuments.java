package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.TellPeople;
import cn.minyi5.notification.document.domain.BulletinPaper;
import cn.minyi5.notification.document.office.ExcelAnnexes;
import cn.minyi5.notification.document.office.WordPapers;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Writes papers that are due, one after the other, and tells people once they can be read. A copy that dies or fails in
 * the middle leaves the paper to whoever comes first when the lease is over.
 */
@ApplicationScoped
class RenderDueDocuments {

    private static final Logger LOG = Logger.getLogger(RenderDueDocuments.class);

    private final Transactions transactions;
    private final RenderJobs jobs;
    private final FrozenRows frozenRows;
    private final TellPeople people;
    private final DocumentsConfig config;

    RenderDueDocuments(
            Transactions transactions,
            RenderJobs jobs,
            FrozenRows frozenRows,
            TellPeople people,
            DocumentsConfig config) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.frozenRows = frozenRows;
        this.people = people;
        this.config = config;
    }

    private record Printed(PaperFile docx, PaperFile xlsx) {}

    @Scheduled(every = "${minyi5.documents.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renderAll() {
        return jobs.take(config.lease()).onItem().ifNotNull().transformToUni(job -> render(job)
                .chain(this::renderAll));
    }

    private Uni<Void> render(RenderJob job) {
        return transactions
                .read(() -> frozenRows.of(job.bulletinId()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> print(job, rows))
                .flatMap(printed -> publish(job, printed))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "bulletin %s is not on paper yet", job.bulletinId()))
                .onFailure()
                .recoverWithNull();
    }

    private Printed print(RenderJob job, List<BulletinEvent.Row> rows) {
        var bulletin = FrozenBulletin.of(job, rows);
        var paper = BulletinPaper.of(bulletin, config.letterhead());
        return new Printed(PaperFile.of(WordPapers.print(paper)), PaperFile.of(ExcelAnnexes.print(bulletin)));
    }

    private Uni<Void> publish(RenderJob job, Printed printed) {
        var issued = job.issued();
        var trigger = NotificationTrigger.of(issued);
        return transactions.run(now -> jobs.finish(issued.bulletinId(), printed.docx(), printed.xlsx(), now)
                .flatMap(ours -> ours
                        ? people.tell(List.of(new TellPeople.Telling(job.eventId(), trigger, null)), now)
                        : Uni.createFrom().voidItem()));
    }
}
