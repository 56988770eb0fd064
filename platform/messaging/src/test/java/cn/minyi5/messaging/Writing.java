package cn.minyi5.messaging;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes the n-th change of a key and its event in one transaction, and looks at what has become of them. */
@ApplicationScoped
class Writing {

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;
    private final AgroalDataSource database;

    Writing(Transactions transactions, Sql sql, Outbox outbox, AgroalDataSource database) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
        this.database = database;
    }

    static RequestEvent.FollowedUp event(UUID key, int n) {
        return new RequestEvent.FollowedUp(key, key, n, Answer.YES, Answer.YES, "a secretary");
    }

    /** In the transaction that is open. */
    Uni<Void> write(UUID key, int n) {
        return sql.update("insert into written (key, n) values ($1, $2)", key, n)
                .invoke(() -> outbox.announce(event(key, n)))
                .replaceWithVoid();
    }

    /** As a client does that got no answer: tries until it knows that the change is there, and never makes it twice. */
    void writeSurely(UUID key, int n) {
        var giveUp = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (true) {
            try {
                transactions
                        .run(now -> isWritten(key, n)
                                .flatMap(there -> there ? Uni.createFrom().voidItem() : write(key, n)))
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

    private Uni<Boolean> isWritten(UUID key, int n) {
        return sql.rows("select 1 from written where key = $1 and n = $2", key, n)
                .map(rows -> rows.size() > 0);
    }

    Uni<UUID> letterOf(UUID key, String group) {
        return sql.value(
                UUID.class, "select id from dead_letter where key = $1 and consumer_group = $2", key.toString(), group);
    }

    long number(String statement) {
        return numbers(statement).get(0);
    }

    List<Long> numbers(String statement) {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement();
                var rows = prepared.executeQuery(statement)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
