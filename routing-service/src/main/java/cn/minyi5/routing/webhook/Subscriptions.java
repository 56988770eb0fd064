package cn.minyi5.routing.webhook;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.webhook.domain.Owner;
import cn.minyi5.routing.webhook.domain.Subscription;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** All subscriptions, each for those who look after it; for all others it is not there. */
@ApplicationScoped
public class Subscriptions {

    private static final UUID FIRST = new UUID(0, 0);

    /** By hand: HQL does not look into a code. */
    private static final String OF_OWNER =
            """
            select id from webhook_subscription where id > $1 and starts_with(division, $2)
            and coalesce(department = $3, $3 is null) order by id limit $4""";

    private static final String COUNT =
            "select count(*) from webhook_subscription where department = $1 and division = $2";

    private final Transactions transactions;
    private final Sql sql;

    Subscriptions(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Administrators for every department of their jurisdiction, all others for their own. */
    static Owner owner(Actor actor) {
        if (actor.is(Roles.ADMINISTRATOR)) {
            return new Owner(actor.division(), null);
        }
        if (actor.department() == null) {
            throw Refusal.forbidden("webhook.without-department");
        }
        return new Owner(actor.division(), actor.department());
    }

    public Uni<SubscriptionView> get(Actor actor, UUID id) {
        return reading(id, row -> Uni.createFrom().item(SubscriptionView.of(known(owner(actor), row))));
    }

    /** The oldest first. */
    public Uni<Page<SubscriptionView>> page(Actor actor, @Nullable UUID after, int limit) {
        var owner = owner(actor);
        var behind = Objects.requireNonNullElse(after, FIRST);
        return transactions.read(() -> sql.values(
                        UUID.class, OF_OWNER, behind, owner.division(), owner.department(), Page.oneMoreThan(limit))
                .flatMap(this::all)
                .map(found -> Page.of(found, limit, row -> row.id, null).map(SubscriptionView::of)));
    }

    private Uni<List<SubscriptionRow>> all(List<UUID> ids) {
        return transactions
                .session()
                .createSelectionQuery("from SubscriptionRow where id in :ids order by id", SubscriptionRow.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Asks something of a subscription; of null if there is none. */
    <T> Uni<T> reading(UUID id, Function<SubscriptionRow, Uni<T>> question) {
        return transactions.read(
                () -> transactions.session().get(SubscriptionRow.class, id).flatMap(question::apply));
    }

    /** The subscription, which nobody else changes until the transaction ends. */
    Uni<SubscriptionRow> locked(Actor actor, UUID id) {
        var owner = owner(actor);
        return transactions
                .session()
                .get(SubscriptionRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .map(row -> known(owner, row));
    }

    private static SubscriptionRow known(Owner owner, @Nullable SubscriptionRow row) {
        if (row == null || !owner.has(row.subscription)) {
            throw Refusal.notFound("webhook.unknown");
        }
        return row;
    }

    /** How many there are for the same department and place. */
    Uni<Long> like(Subscription subscription) {
        return sql.value(Long.class, COUNT, subscription.department(), subscription.division());
    }

    Uni<Void> add(SubscriptionRow row) {
        transactions.logged().to(row.id);
        return transactions.session().insert(row);
    }

    Uni<Void> store(SubscriptionRow row) {
        return transactions.session().update(row);
    }

    /** Its deliveries go with it. */
    Uni<Void> remove(SubscriptionRow row) {
        return transactions.session().delete(row);
    }
}
