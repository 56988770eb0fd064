package cn.minyi5.notification.delivery;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.minyi5.contracts.DeliveryEvent;
import cn.minyi5.messaging.JsonRows;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.Channel.Parcel;
import cn.minyi5.notification.delivery.domain.ChannelCode;
import cn.minyi5.notification.delivery.domain.Delivery;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** What a channel takes within this time is written down together; a crash meanwhile sends it again. */
    private static final Duration SETTLED_TOGETHER = Duration.ofMillis(100);

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

    /** By hand: what became of several tries, as far as each is still the one under way. */
    private static final String SETTLE =
            """
            update delivery d
            set state = ended.state, next_try_at = ended.next_try_at, ended_at = ended.ended_at, reason = ended.reason
            from jsonb_populate_recordset(null::delivery, $1) as ended
            where d.id = ended.id and d.state = 'SENDING' and d.tries = ended.tries
            returning d.id""";

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
                        .group()
                        .intoLists()
                        .of(config.batch(), SETTLED_TOGETHER)
                        .onOverflow()
                        .buffer()
                        .onItem()
                        .transformToUniAndConcatenate(this::settle)
                        .collect()
                        .last()
                        .replaceWith(parcels.size()));
    }

    private Uni<Tried> send(Parcel parcel) {
        return Uni.createFrom()
                .deferred(() -> channels.get(parcel.channel()).send(parcel))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure()
                .invoke(failure -> LOG.infof(
                        "delivery %s by %s failed, try %d: %s",
                        parcel.id(),
                        parcel.channel(),
                        parcel.tries(),
                        failure.getClass().getSimpleName()))
                .onItemOrFailure()
                .transform((sent, failure) -> new Tried(parcel, failure));
    }

    /** What the channel has taken must be written down as long as the lease lasts, or it would be sent again. */
    private Uni<Void> settle(List<Tried> tried) {
        return transactions
                .run(now ->
                        write(tried.stream().map(one -> one.end(config, now)).toList()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_REWRITE, LAST_REWRITE)
                .expireIn(config.lease().toMillis())
                .onFailure()
                .invoke(lost -> LOG.errorf(
                        lost,
                        "what became of deliveries %s is not written down",
                        tried.stream().map(one -> one.parcel().id()).toList()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> write(List<Ended> ended) {
        var rows = ended.stream()
                .map(one ->
                        JsonRows.of(one.delivery()).put("id", one.parcel().id().toString()))
                .toList();
        transactions.logged().bySystem("deliver", null);
        transactions.logged().content(rows.toString().getBytes(StandardCharsets.UTF_8));
        return sql.values(UUID.class, SETTLE, new JsonArray(rows))
                .invoke(written -> ended.stream()
                        .filter(one -> written.contains(one.parcel().id()))
                        .forEach(this::announce))
                .replaceWithVoid();
    }

    private void announce(Ended ended) {
        var parcel = ended.parcel();
        if (ended.delivery().state() == Delivery.State.FAILED) {
            outbox.announce(new DeliveryEvent.Failed(
                    parcel.id(),
                    parcel.recipient(),
                    parcel.channel().name(),
                    parcel.about(),
                    String.valueOf(ended.delivery().reason())));
        }
    }

    /** A try that came to its end; without a failure the channel has taken the message. */
    private record Tried(Parcel parcel, @Nullable Throwable failure) {

        Ended end(SendingConfig config, Instant now) {
            var trying = Delivery.trying(parcel.tries());
            return new Ended(
                    parcel,
                    failure == null
                            ? trying.succeed(now)
                            : trying.fail(String.valueOf(failure.getMessage()), config.retryPolicy(), now));
        }
    }

    private record Ended(Parcel parcel, Delivery delivery) {}
}
