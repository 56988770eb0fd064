package cn.minyi5.notification.delivery.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import cn.minyi5.contracts.DeliveryEvent;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.domain.ChannelCode;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Map<ChannelCode, Channel> channels;
    private final SendingConfig config;

    SendDueDeliveries(
            Transactions transactions, Deliveries deliveries, @All List<Channel> channels, SendingConfig config) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.channels = channels.stream().collect(toMap(Channel::code, identity()));
        this.config = config;
    }

    @Scheduled(every = "${minyi5.sending.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> handle() {
        return batch().flatMap(sent -> sent < config.batch() ? Uni.createFrom().voidItem() : handle());
    }

    private Uni<Integer> batch() {
        return transactions
                .runOld(tx -> deliveries.take(tx, config.batch(), config.lease()))
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
        return Uni.createFrom()
                .deferred(() -> failure == null ? succeed(parcel) : retreat(parcel, failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_REWRITE, LAST_REWRITE)
                .expireIn(config.lease().toMillis())
                .onFailure()
                .invoke(lost ->
                        LOG.errorf(lost, "what became of delivery %s is not written down", parcel.deliveryId()));
    }

    private Uni<Void> succeed(Parcel parcel) {
        return transactions.runOld(tx -> deliveries
                .succeed(tx, parcel)
                .flatMap(ours -> ours
                        ? OldOutbox.append(tx, succeeded(parcel))
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> retreat(Parcel parcel, Throwable failure) {
        var reason = String.valueOf(failure.getMessage());
        LOG.infof(
                "delivery %s by %s failed, try %d: %s",
                parcel.deliveryId(),
                parcel.channel(),
                parcel.tries(),
                failure.getClass().getSimpleName());
        return config.perseverance()
                .waitAfter(parcel.tries())
                .map(wait -> transactions.runOld(
                        tx -> deliveries.tryAgain(tx, parcel, wait, reason).replaceWithVoid()))
                .orElseGet(() -> transactions.runOld(tx -> deliveries
                        .giveUp(tx, parcel, reason)
                        .flatMap(ours -> ours
                                ? OldOutbox.append(tx, failed(parcel, reason))
                                : Uni.createFrom().voidItem())));
    }

    private static DeliveryEvent.Succeeded succeeded(Parcel parcel) {
        return new DeliveryEvent.Succeeded(
                parcel.deliveryId(), parcel.recipient(), parcel.channel().name(), parcel.about());
    }

    private static DeliveryEvent.Failed failed(Parcel parcel, String reason) {
        return new DeliveryEvent.Failed(
                parcel.deliveryId(), parcel.recipient(), parcel.channel().name(), parcel.about(), reason);
    }
}
