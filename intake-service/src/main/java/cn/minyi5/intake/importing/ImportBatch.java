package cn.minyi5.intake.importing;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.web.sheet.SheetRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Works off the next visits of an import: effect, announcements and progress in one transaction. By hand: Hibernate
 * Reactive knows no "skip locked".
 */
@ApplicationScoped
class ImportBatch {

    /** Some hundred rows: a transaction of a few dozen milliseconds. */
    private static final int VISITS = 100;

    private static final String CLAIM =
            """
            select next_visit from history_import where id = $1 and state = 'RUNNING' for update skip locked""";

    private static final String PROGRESS =
            """
            update history_import
            set accepted = accepted + $2, already_there = already_there + $3, refused = refused + $4, next_visit = $5,
                forwarded = forwarded + $7,
                state = case when $6 then 'DONE' else state end, file = case when $6 then null else file end
            where id = $1 returning forwarded""";

    private final Transactions transactions;
    private final Sql sql;
    private final PastSubmissions submissions;
    private final HistoryGrounds grounds;
    private final EnvelopeEncryption encryption;

    ImportBatch(
            Transactions transactions,
            Sql sql,
            PastSubmissions submissions,
            HistoryGrounds grounds,
            EnvelopeEncryption encryption) {
        this.grounds = grounds;
        this.transactions = transactions;
        this.sql = sql;
        this.submissions = submissions;
        this.encryption = encryption;
    }

    /** Whether there was something to do: not if the import is done or another copy is at it. */
    Uni<Boolean> workOff(HistoryImportRow of, List<List<SheetRow>> visits) {
        return transactions.run(now -> sql.values(Integer.class, CLAIM, of.id)
                .flatMap(nextVisit -> nextVisit.isEmpty()
                        ? Uni.createFrom().item(false)
                        : workOff(of, visits, nextVisit.get(0), now).replaceWith(true))
                .invoke(some -> {
                    if (some) {
                        transactions.logged().bySystem("importHistory", of.id.toString());
                    }
                }));
    }

    private Uni<Void> workOff(HistoryImportRow of, List<List<SheetRow>> visits, int begin, Instant now) {
        var end = Math.min(begin + VISITS, visits.size());
        var rows = visits.subList(begin, end).stream().flatMap(List::stream).toList();
        return grounds.reading(of.division, of.cutOver, rows, now).flatMap(reading -> {
            var checked = reading.check(rows);
            return submissions.submit(of, checked.good(), reading.teams()).flatMap(sorted -> {
                var refused = Stream.concat(checked.refused().stream(), sorted.contradicting().stream())
                        .map(row -> RefusedHistoryRow.of(of, row, encryption))
                        .toList();
                var fresh = sorted.freshRows();
                var orders = sorted.freshOrders();
                var done = end == visits.size();
                return sql.value(
                                Integer.class,
                                PROGRESS,
                                of.id,
                                fresh,
                                sorted.alreadyThere(),
                                refused.size(),
                                end,
                                done,
                                orders)
                        .invoke(forwarded -> {
                            if (done) {
                                submissions.announceEnd(of, forwarded);
                            }
                        })
                        .chain(() -> transactions.session().insertMultiple(refused));
            });
        });
    }
}
