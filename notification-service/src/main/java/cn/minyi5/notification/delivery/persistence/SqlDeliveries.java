package cn.minyi5.notification.delivery.persistence;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.notification.delivery.application.Deliveries;
import cn.minyi5.notification.delivery.application.Delivery;
import cn.minyi5.notification.delivery.application.Message;
import cn.minyi5.notification.delivery.application.Parcel;
import cn.minyi5.notification.delivery.domain.ChannelCode;
import cn.minyi5.notification.template.domain.Text;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

@ApplicationScoped
class SqlDeliveries implements Deliveries {

    private static final String ADD_MESSAGE =
            """
            insert into message (id, event_id, occasion, about, place, confidential, subject, body, written_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (event_id) do nothing""";
    private static final String ADD_DELIVERY =
            """
            insert into delivery (id, message_id, recipient, channel, address, state, next_try_at, ended_at)
            values ($1, $2, $3, $4, $5, case when $6 then 'SUCCEEDED' else 'WAITING' end,
                case when $6 then null else $7::timestamptz end, case when $6 then $7::timestamptz end)""";

    /** A dead copy's deliveries come up again when the time it was given is over. */
    private static final String TAKE =
            """
            with due as (
                select id from delivery
                where state in ('WAITING', 'SENDING') and next_try_at <= $1
                order by next_try_at limit $2 for update skip locked)
            update delivery d
            set state = 'SENDING', tries = d.tries + 1, next_try_at = $3
            from due, message m
            where d.id = due.id and m.id = d.message_id
            returning d.id, d.recipient, d.channel, d.address, d.tries, m.subject, m.body, m.about""";

    private static final String SUCCEED =
            """
            update delivery set state = 'SUCCEEDED', next_try_at = null, ended_at = $3, reason = null
            where id = $1 and state = 'SENDING' and tries = $2""";
    private static final String TRY_AGAIN =
            """
            update delivery set state = 'WAITING', next_try_at = $3, reason = $4
            where id = $1 and state = 'SENDING' and tries = $2""";
    private static final String GIVE_UP =
            """
            update delivery set state = 'FAILED', next_try_at = null, ended_at = $3, reason = $4
            where id = $1 and state = 'SENDING' and tries = $2""";

    @Override
    public Uni<Boolean> add(Transaction tx, Message message, List<Delivery> deliveries) {
        var occasion = message.occasion();
        var place = occasion.place();
        var values = Tuple.from(new Object[] {
            message.id(),
            message.eventId(),
            occasion.code().name(),
            occasion.about().toString(),
            place == null ? null : place.value(),
            occasion.confidential(),
            message.text().subject(),
            message.text().body(),
            tx.now().atOffset(ZoneOffset.UTC)
        });
        return tx.connection()
                .preparedQuery(ADD_MESSAGE)
                .execute(values)
                .flatMap(added -> added.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : tx.connection()
                                .preparedQuery(ADD_DELIVERY)
                                .executeBatch(deliveries.stream()
                                        .map(delivery -> values(tx, message, delivery))
                                        .toList())
                                .replaceWith(true));
    }

    private static Tuple values(Transaction tx, Message message, Delivery delivery) {
        return Tuple.from(new Object[] {
            delivery.id(),
            message.id(),
            delivery.recipient(),
            delivery.channel().name(),
            delivery.address(),
            delivery.channel().writtenIsDelivered(),
            tx.now().atOffset(ZoneOffset.UTC)
        });
    }

    @Override
    public Uni<List<Parcel>> take(Transaction tx, int atMost, Duration lease) {
        return tx.connection()
                .preparedQuery(TAKE)
                .execute(Tuple.of(
                        tx.now().atOffset(ZoneOffset.UTC),
                        atMost,
                        tx.now().plus(lease).atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlDeliveries::parcel)
                        .toList());
    }

    @Override
    public Uni<Boolean> succeed(Transaction tx, Parcel parcel) {
        return settle(
                tx,
                SUCCEED,
                Tuple.of(parcel.deliveryId(), parcel.tries(), tx.now().atOffset(ZoneOffset.UTC)));
    }

    @Override
    public Uni<Boolean> tryAgain(Transaction tx, Parcel parcel, Duration wait, String reason) {
        var at = tx.now().plus(wait).atOffset(ZoneOffset.UTC);
        return settle(tx, TRY_AGAIN, Tuple.of(parcel.deliveryId(), parcel.tries(), at, reason));
    }

    @Override
    public Uni<Boolean> giveUp(Transaction tx, Parcel parcel, String reason) {
        var at = tx.now().atOffset(ZoneOffset.UTC);
        return settle(tx, GIVE_UP, Tuple.of(parcel.deliveryId(), parcel.tries(), at, reason));
    }

    private static Uni<Boolean> settle(Transaction tx, String sql, Tuple values) {
        return tx.connection().preparedQuery(sql).execute(values).map(settled -> settled.rowCount() == 1);
    }

    private static Parcel parcel(Row row) {
        return new Parcel(
                row.getUUID("id"),
                row.getString("recipient"),
                ChannelCode.valueOf(row.getString("channel")),
                row.getString("address"),
                new Text(row.getString("subject"), row.getString("body")),
                row.getString("about"),
                row.getInteger("tries"));
    }
}
