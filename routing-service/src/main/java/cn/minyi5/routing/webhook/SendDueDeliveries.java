package cn.minyi5.routing.webhook;

import static java.util.stream.Collectors.groupingBy;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.webhook.domain.AttemptOutcome;
import cn.minyi5.routing.webhook.domain.DeliveryState;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.LockMode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due. That a try begins is committed before it is made; nothing is locked meanwhile; a copy that dies leaves
 * its deliveries to the others when the lease is over, under the same id. One slow system keeps nobody else waiting.
 */
@ApplicationScoped
class SendDueDeliveries {

    private static final Logger LOG = Logger.getLogger(SendDueDeliveries.class);

    private static final Duration FIRST_REWRITE = Duration.ofMillis(100);
    private static final Duration LAST_REWRITE = Duration.ofSeconds(5);

    /** What ends within this time is written down together; a crash meanwhile sends it again. */
    private static final Duration SETTLED_TOGETHER = Duration.ofMillis(50);

    /**
     * By hand: HQL cannot skip what another copy has locked. Of one work order the next is taken when the one before it is
     * settled. $3: subscriptions that this copy is busy with.
     */
    private static final String TAKE =
            """
            with due as (
                select next.id from webhook_subscription s cross join lateral (
                    select d.id from webhook_delivery d
                    where d.subscription_id = s.id and d.state = 'WAITING' and d.next_try_at <= now()
                        and not exists (
                            select from webhook_delivery earlier
                            where earlier.subscription_id = s.id and earlier.work_order_id = d.work_order_id
                                and earlier.state = 'WAITING' and earlier.sequence < d.sequence)
                    order by d.next_try_at limit $1 for update skip locked) next
                where s.state = 'ACTIVE' and not s.id = any ($3))
            update webhook_delivery d
            set tries = d.tries + 1, tried_at = now(), next_try_at = now() + make_interval(secs => $2)
            from due, webhook_subscription s left join keys.data_key key on key.id = s.id
            where d.id = due.id and s.id = d.subscription_id
            returning d.id, d.subscription_id, s.url, d.type, d.happened_at, d.data, d.tries, now() as taken_at,
                key.wrapped_key as key, s.secret,
                case when s.former_until > now() then s.former_secret end as former_secret""";

    /** By hand: what became of several tries, as far as each is still the one under way. */
    private static final String SETTLE =
            """
            update webhook_delivery d
            set state = ended.state, next_try_at = coalesce(ended.next_try_at, d.next_try_at), status = ended.status,
                failure = ended.failure, delivered_at = coalesce(ended.delivered_at, d.delivered_at)
            from jsonb_to_recordset($1) as ended (
                id uuid, tries int, state text, next_try_at timestamptz, status int, failure text,
                delivered_at timestamptz)
            where d.id = ended.id and d.state = 'WAITING' and d.tries = ended.tries""";

    private final Transactions transactions;
    private final Sql sql;
    private final WebhookPost post;
    private final WebhookConfig config;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    SendDueDeliveries(Transactions transactions, Sql sql, WebhookPost post, WebhookConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.post = post;
        this.config = config;
    }

    private record Tried(Parcel parcel, AttemptOutcome outcome) {}

    @Scheduled(every = "${minyi5.webhooks.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sendDue() {
        var lease = config.lease().toMillis() / 1000.0;
        var others = busy.toArray(UUID[]::new);
        return transactions
                .read(() -> sql.list(Parcel.class, TAKE, config.batch(), lease, others))
                .invoke(parcels -> parcels.stream()
                        .collect(groupingBy(Parcel::subscriptionId))
                        .forEach(this::begin))
                .replaceWithVoid();
    }

    /** Goes on by itself, and looks for more when it is done. */
    private void begin(UUID subscription, List<Parcel> parcels) {
        busy.add(subscription);
        Multi.createFrom()
                .iterable(parcels)
                .onItem()
                .transformToUni(parcel -> post.send(parcel).map(outcome -> new Tried(parcel, outcome)))
                .merge(config.atOnce())
                .group()
                .intoLists()
                .of(config.batch(), SETTLED_TOGETHER)
                .onOverflow()
                .buffer()
                .onItem()
                .transformToUniAndConcatenate(tried -> settle(subscription, tried))
                .collect()
                .last()
                .onTermination()
                .invoke(() -> busy.remove(subscription))
                .chain(this::sendDue)
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("webhooks of %s: %s", subscription, failure));
    }

    private Uni<Void> settle(UUID subscription, List<Tried> tried) {
        return transactions
                .run(now -> write(subscription, tried, now))
                .onFailure()
                .retry()
                .withBackOff(FIRST_REWRITE, LAST_REWRITE)
                .expireIn(config.lease().toMillis())
                .onFailure()
                .invoke(lost -> LOG.errorf(lost, "what became of webhooks of %s is not written down", subscription))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> write(UUID id, List<Tried> tried, Instant now) {
        var ended = new JsonArray(tried.stream().map(one -> row(one, now)).toList());
        return transactions
                .session()
                .get(SubscriptionRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .flatMap(row -> row == null
                        ? Uni.createFrom().voidItem()
                        : sql.update(SETTLE, ended).chain(() -> judge(row, tried, now)));
    }

    /** Whether the subscription goes on, after what became of its deliveries. */
    private Uni<Void> judge(SubscriptionRow row, List<Tried> tried, Instant now) {
        var before = row.subscription;
        for (var one : tried) {
            row.subscription = row.subscription.after(one.outcome(), now, config.disableAfter());
        }
        if (row.subscription.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        if (row.subscription.state() != before.state()) {
            transactions.logged().bySystem("disable-webhook", row.id.toString());
            LOG.warnf("webhook %s is disabled: %s", row.id, row.subscription.reason());
        }
        return transactions.session().update(row);
    }

    private JsonObject row(Tried tried, Instant now) {
        var parcel = tried.parcel();
        var row = new JsonObject()
                .put("id", parcel.id().toString())
                .put("tries", parcel.tries())
                .put("status", tried.outcome().status());
        if (tried.outcome() instanceof AttemptOutcome.Delivered) {
            return row.put("state", DeliveryState.DELIVERED.name()).put("delivered_at", now.toString());
        }
        var failed = tried.outcome() instanceof AttemptOutcome.Failed failure ? failure : null;
        var next = next(parcel, failed, now);
        return row.put("state", next == null ? DeliveryState.GIVEN_UP.name() : DeliveryState.WAITING.name())
                .put("next_try_at", next == null ? null : next.toString())
                .put("failure", failed == null ? "gone" : failed.reason());
    }

    /** What nobody wants any more waits, should the subscription be resumed. */
    private @Nullable Instant next(Parcel parcel, AttemptOutcome.@Nullable Failed failed, Instant now) {
        return failed == null ? now : config.schedule().next(parcel.tries(), now, failed.retryAfter());
    }
}
