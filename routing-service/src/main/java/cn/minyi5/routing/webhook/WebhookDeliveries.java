package cn.minyi5.routing.webhook;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.webhook.domain.DeliveryState;
import cn.minyi5.web.Command;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.Page;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 投递. What became of each, and what is sent once more. By hand: they are written by statements, and no rule has them. */
@ApplicationScoped
public class WebhookDeliveries {

    /** What a try that its department asks for is called. */
    public static final String PING = "webhook.ping";

    /** Behind everything. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private static final String COLUMNS =
            """
            id, type, work_order_id, happened_at, state, tries, case when state = 'WAITING' then next_try_at end next_try_at,
            tried_at, status, failure, delivered_at, recorded_at""";

    private static final String PAGE = "select " + COLUMNS
            + """

            from webhook_delivery
            where subscription_id = $1 and (recorded_at, id) < ($2, $3) and (state = $4 or $4 is null)
            order by recorded_at desc, id desc limit $5""";

    private static final String ADD_PING =
            """
            insert into webhook_delivery (
                id, subscription_id, event_id, sequence, type, happened_at, data, recorded_at, state, next_try_at)
            values ($1, $2, $1, 0, $3, $4, $5, $4, 'WAITING', $4)
            returning\s"""
                    + COLUMNS;

    /** Under the same id: whoever has it already sees that. */
    private static final String AGAIN =
            "update webhook_delivery set state = 'WAITING', tries = 0, next_try_at = $1 where subscription_id = $2 ";

    private static final String ONE_AGAIN = AGAIN + "and id = $3 returning " + COLUMNS;
    private static final String SINCE_AGAIN = AGAIN + "and happened_at >= $3";

    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Sql sql;
    private final Subscriptions subscriptions;

    WebhookDeliveries(Transactions transactions, Idempotency idempotency, Sql sql, Subscriptions subscriptions) {
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.sql = sql;
        this.subscriptions = subscriptions;
    }

    /**
     * @param id the header {@code webhook-id}
     * @param workOrderId absent of a ping
     * @param status what the system answered last
     * @param failure why it was not delivered, in a word; absent where it was
     * @param recordedAt when it was written down; lists go by it
     */
    public record DeliveryView(
            UUID id,
            String type,
            @Nullable UUID workOrderId,
            OffsetDateTime happenedAt,
            DeliveryState state,
            int tries,
            @Nullable OffsetDateTime nextTryAt,
            @Nullable OffsetDateTime triedAt,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable OffsetDateTime deliveredAt,
            OffsetDateTime recordedAt) {}

    /** @param deliveries how many are sent once more */
    public record ReplayedView(int deliveries) {}

    /** The latest first. */
    public Uni<Page<DeliveryView>> page(
            Actor actor, UUID subscription, @Nullable DeliveryState state, Cursor after, int limit) {
        var before = after.equals(Cursor.START) ? END : after.moment();
        return subscriptions
                .get(actor, subscription)
                .chain(() -> transactions.read(() -> sql.list(
                                DeliveryView.class,
                                PAGE,
                                subscription,
                                before,
                                after.idFromTheEnd(),
                                state,
                                Page.oneMoreThan(limit))
                        .map(found -> Page.of(
                                found, limit, row -> new Cursor(row.recordedAt().toInstant(), row.id()), null))));
    }

    /** Tells the system something of no order, so that its department sees whether it can hear. */
    public Uni<DeliveryView> ping(Command command, UUID subscription) {
        return idempotency.once(command, DeliveryView.class, now -> subscriptions
                .locked(command.actor(), subscription)
                .invoke(row -> row.subscription.requireActive())
                .flatMap(row -> sql.first(
                        DeliveryView.class,
                        ADD_PING,
                        UuidCreator.getTimeOrderedEpoch(),
                        subscription,
                        PING,
                        now,
                        new JsonObject().put("department", row.subscription.department()))));
    }

    public Uni<DeliveryView> replay(Command command, UUID subscription, UUID delivery) {
        return idempotency.once(command, DeliveryView.class, now -> subscriptions
                .locked(command.actor(), subscription)
                .chain(() -> sql.first(DeliveryView.class, ONE_AGAIN, now, subscription, delivery))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("webhook.delivery-unknown")));
    }

    /** Everything that happened since a moment, for a system that has lost what it was told. */
    public Uni<ReplayedView> replaySince(Command command, UUID subscription, Instant since) {
        return idempotency.once(command, ReplayedView.class, now -> subscriptions
                .locked(command.actor(), subscription)
                .chain(() -> sql.update(SINCE_AGAIN, now, subscription, since))
                .map(ReplayedView::new));
    }
}
