package cn.minyi5.notification.delivery.persistence;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.application.InboxMessage;
import cn.minyi5.notification.delivery.application.Inboxes;
import cn.minyi5.notification.template.domain.OccasionCode;
import cn.minyi5.notification.template.domain.Text;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlInboxes implements Inboxes {

    private static final String PAGE =
            """
            select d.id, d.read_at, m.occasion, m.about, m.subject, m.body, m.written_at
            from delivery d join message m on m.id = d.message_id
            where d.recipient = $1 and d.channel = 'IN_APP' and ($2::uuid is null or d.id < $2)
            order by d.id desc limit $3""";
    private static final String COUNT = "select count(*) from delivery where recipient = $1 and channel = 'IN_APP'";
    private static final String READ =
            """
            update delivery d set read_at = coalesce(d.read_at, $3)
            from message m
            where d.id = $2 and d.recipient = $1 and d.channel = 'IN_APP' and m.id = d.message_id
            returning d.id, d.read_at, m.occasion, m.about, m.subject, m.body, m.written_at""";

    private final Transactions transactions;

    SqlInboxes(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<InboxMessage>> page(String username, @Nullable UUID after, int limit) {
        return transactions
                .pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(username, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlInboxes::message)
                        .toList());
    }

    @Override
    public Uni<Long> count(String username) {
        return transactions
                .pool()
                .preparedQuery(COUNT)
                .execute(Tuple.of(username))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<InboxMessage>> read(Transaction tx, String username, UUID id) {
        return tx.connection()
                .preparedQuery(READ)
                .execute(Tuple.of(username, id, tx.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlInboxes::message)
                        .findFirst());
    }

    private static InboxMessage message(Row row) {
        return new InboxMessage(
                row.getUUID("id"),
                OccasionCode.valueOf(row.getString("occasion")),
                row.getString("about"),
                new Text(row.getString("subject"), row.getString("body")),
                row.getOffsetDateTime("written_at"),
                row.getOffsetDateTime("read_at"));
    }
}
