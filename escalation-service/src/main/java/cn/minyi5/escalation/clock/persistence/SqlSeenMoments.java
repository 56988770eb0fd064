package cn.minyi5.escalation.clock.persistence;

import cn.minyi5.escalation.clock.application.SeenMoments;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlSeenMoments implements SeenMoments {

    private static final String ALL =
            """
            select topic, partition, up_to, clock_timestamp() as at, (
                select count(distinct key) from dead_letter
                where consumer_group = 'escalation.work-orders' and replayed_at is null) as held_orders
            from (select) nothing left join seen_up_to on true order by topic, partition""";

    private final Transactions transactions;

    SqlSeenMoments(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Sights> all() {
        return transactions.pool().preparedQuery(ALL).execute().map(rows -> {
            var first = rows.iterator().next();
            return new Sights(
                    StreamSupport.stream(rows.spliterator(), false)
                            .filter(row -> row.getString("topic") != null)
                            .map(SqlSeenMoments::seen)
                            .toList(),
                    first.getLong("held_orders"),
                    first.getOffsetDateTime("at").toInstant());
        });
    }

    private static Seen seen(Row row) {
        return new Seen(
                row.getString("topic"),
                row.getInteger("partition"),
                row.getOffsetDateTime("up_to").toInstant());
    }
}
