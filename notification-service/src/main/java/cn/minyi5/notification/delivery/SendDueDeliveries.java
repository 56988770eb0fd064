package cn.minyi5.notification.delivery;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.minyi5.contracts.DeliveryEvent;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.domain.ChannelCode;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.LockMode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings waiting deliveries to their channels. That a try begins is committed before it is made, so a copy that dies in
 * the middle leaves a trace; its delivery is tried once more when the lease is over, under the same message id.
 */
@ApplicationScoped
class SendDueDeliveries {

    private static final Logger LOG = Logger.getLogger(SendDueDeliveries.class);

    private static final Duration FIRST_REWRITE = Duration.ofMillis(100);
    private static final Duration LAST_REWRITE = Duration.ofSeconds(5);

    /** By hand: HQL cannot skip what another copy has locked, and an idle copy asks with this one statement alone. */
    private static final String TAKE =
            """
            with due as (
                select id from delivery
                where state in ('WAITING', 'SENDING') and next_try_at <= now()
                order by next_try_at limit $1 for update skip locked)
            update delivery d
            set state = 'SENDING', tries = d.tries + 1, next_try_at = now() + make_interval(secs => $2)
            from due, message m
            where d.id = due.id and m.id = d.message_id
            returning d.id, d.recipient, d.channel, d.address, m.subject, m.body, m.about, d.tries""";

    private final Transactions transactions;
    private final Sql sql;
    private final Outbox outbox;
    private final Map<ChannelCode, Channel> channels;
    private final SendingConfig config;

    SendDueDeliveries(
            Transactions transactions, Sql sql, Outbox outbox, @All List<Channel> channels, SendingConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.outbox = outbox;
        this.channels = channels.stream().collect(toMap(Channel::code, identity()));
        this.config = config;
    }

    @Scheduled(every = "${minyi5.sending.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sendAll() {
        return sendBatch()
                .flatMap(sent -> sent < config.batch() ? Uni.createFrom().voidItem() : sendAll());
    }

    private Uni<Integer> sendBatch() {
        return transactions
                .read(() -> sql.list(
                        Parcel.class, TAKE, config.batch(), config.lease().toMillis() / 1000.0))
                .flatMap(parcels -> Multi.createFrom()
                        .iterable(parcels)
                        .onItem()
                        .transformToUni(this::send)
                        .merge(config.atOnce())
                        .collect()
                        .last()
                        .replaceWith(parcels.size()));
    }

    private Uni<Void> send(Parcel parcel) {
        return Uni.createFrom()
                .deferred(() -> channels.get(parcel.channel()).send(parcel))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onItemOrFailure()
                .transformToUni((sent, failure) -> settle(parcel, failure))
                .onFailure()
                .recoverWithNull();
    }

    /** What the channel has taken must be written down as long as the lease lasts, or it would be sent again. */
    private Uni<Void> settle(Parcel parcel, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.infof(
                    "delivery %s by %s failed, try %d: %s",
                    parcel.id(),
                    parcel.channel(),
                    parcel.tries(),
                    failure.getClass().getSimpleName());
        }
        return transactions
                .run(now -> write(parcel, failure, now))
                .onFailure()
                .retry()
                .withBackOff(FIRST_REWRITE, LAST_REWRITE)
                .expireIn(config.lease().toMillis())
                .onFailure()
                .invoke(lost -> LOG.errorf(lost, "what became of delivery %s is not written down", parcel.id()));
    }

    private Uni<Void> write(Parcel parcel, @Nullable Throwable failure, Instant now) {
        return transactions
                .session()
                .get(DeliveryRow.class, parcel.id(), LockMode.PESSIMISTIC_WRITE)
                .flatMap(row -> {
                    if (!row.delivery.isTrying(parcel.tries())) {
                        return Uni.createFrom().voidItem();
                    }
                    row.delivery = failure == null
                            ? row.delivery.succeed(now)
                            : row.delivery.fail(String.valueOf(failure.getMessage()), config.retryPolicy(), now);
                    announceTheEnd(parcel, row);
                    return transactions.session().update(row);
                });
    }

    private void announceTheEnd(Parcel parcel, DeliveryRow row) {
        var channel = parcel.channel().name();
        switch (row.delivery.state()) {
            case SUCCEEDED ->
                outbox.announce(new DeliveryEvent.Succeeded(parcel.id(), parcel.recipient(), channel, parcel.about()));
            case FAILED ->
                outbox.announce(new DeliveryEvent.Failed(
                        parcel.id(),
                        parcel.recipient(),
                        channel,
                        parcel.about(),
                        String.valueOf(row.delivery.reason())));
            case WAITING, SENDING -> {}
        }
    }
}
