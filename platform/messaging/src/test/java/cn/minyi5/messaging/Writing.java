package cn.minyi5.messaging;

import cn.minyi5.contracts.VisitEvent;
import cn.minyi5.contracts.language.VisitForm;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Writes the n-th change of a key and its event in one transaction. */
final class Writing {

    static final OffsetDateTime STARTED = OffsetDateTime.parse("2021-09-05T09:00:00+08:00");

    private Writing() {}

    static VisitEvent.Recorded event(UUID key, int n) {
        return new VisitEvent.Recorded(key, "370828001009001", "T1", VisitForm.FIELD, STARTED, n, 0, 0, false);
    }

    static Uni<Void> write(Transaction tx, UUID key, int n) {
        return tx.connection()
                .preparedQuery("insert into written (key, n) values ($1, $2)")
                .execute(Tuple.of(key, n))
                .flatMap(done -> OldOutbox.append(tx, event(key, n)));
    }

    /** As a client does that got no answer: tries until it knows that the change is there, and never makes it twice. */
    static void writeSurely(Transactions transactions, UUID key, int n) {
        var giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                transactions
                        .runOld(tx -> isWritten(tx, key, n)
                                .flatMap(there -> there ? Uni.createFrom().voidItem() : write(tx, key, n)))
                        .await()
                        .atMost(Duration.ofSeconds(10));
                return;
            } catch (RuntimeException e) {
                if (System.nanoTime() > giveUp) {
                    throw e;
                }
                new Backoff(Duration.ofMillis(100), Duration.ofMillis(100)).await(1, () -> false);
            }
        }
    }

    private static Uni<Boolean> isWritten(Transaction tx, UUID key, int n) {
        return tx.connection()
                .preparedQuery("select 1 from written where key = $1 and n = $2")
                .execute(Tuple.of(key, n))
                .map(rows -> rows.size() > 0);
    }
}
