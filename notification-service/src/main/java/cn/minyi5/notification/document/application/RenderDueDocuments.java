package cn.minyi5.notification.document.application;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.application.TellPeople;
import cn.minyi5.notification.template.domain.Occasion;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import org.jboss.logging.Logger;

/**
 * Writes papers that are due, one after the other, and tells people once they can be read. A copy that dies or fails in
 * the middle leaves the paper to whoever comes first when the lease is over.
 */
@ApplicationScoped
class RenderDueDocuments {

    private static final Logger LOG = Logger.getLogger(RenderDueDocuments.class);

    private final Transactions transactions;
    private final Documents documents;
    private final FrozenRows frozenRows;
    private final Press press;
    private final TellPeople tellPeople;

    RenderDueDocuments(
            Transactions transactions, Documents documents, FrozenRows frozenRows, Press press, TellPeople tellPeople) {
        this.transactions = transactions;
        this.documents = documents;
        this.frozenRows = frozenRows;
        this.press = press;
        this.tellPeople = tellPeople;
    }

    @Scheduled(every = "${minyi5.documents.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> handle() {
        return transactions.runOld(tx -> documents.take(tx, press.lease())).flatMap(due -> due.map(
                        commission -> render(commission).flatMap(done -> handle()))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> render(Commission commission) {
        return transactions
                .runOld(tx -> frozenRows.of(tx, commission.issued().bulletinId()))
                .flatMap(rows -> press.print(commission, rows))
                .flatMap(printed -> transactions.runOld(tx -> publish(tx, commission, printed)))
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure,
                        "bulletin %s is not on paper yet",
                        commission.issued().bulletinId()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> publish(Transaction tx, Commission commission, Press.Printed printed) {
        var issued = commission.issued();
        var occasion = new Occasion.BulletinIssued(
                issued.bulletinId(), issued.year(), issued.issue(), YearMonth.parse(issued.month()));
        return documents
                .keep(tx, issued.bulletinId(), printed.docx(), printed.xlsx())
                .flatMap(kept -> kept
                        ? tellPeople.handle(tx, commission.eventId(), occasion)
                        : Uni.createFrom().voidItem());
    }
}
