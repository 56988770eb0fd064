package cn.minyi5.routing.webhook;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.catalogue.Departments.Named;
import cn.minyi5.routing.webhook.domain.HookUrl;
import cn.minyi5.routing.webhook.domain.Owner;
import cn.minyi5.routing.webhook.domain.Subscription;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** 订阅. Made, paused and ended by those who look after a department's own system. */
@ApplicationScoped
public class WebhookCommands {

    /** A department has one system, and perhaps one that is being tried. */
    private static final long MOST = 10;

    private final Idempotency idempotency;
    private final Subscriptions subscriptions;
    private final Departments departments;
    private final WebhookSecrets secrets;
    private final WebhookConfig config;

    WebhookCommands(
            Idempotency idempotency,
            Subscriptions subscriptions,
            Departments departments,
            WebhookSecrets secrets,
            WebhookConfig config) {
        this.idempotency = idempotency;
        this.subscriptions = subscriptions;
        this.departments = departments;
        this.secrets = secrets;
        this.config = config;
    }

    /**
     * @param department whose orders it is about; null for the caller's own
     * @param division where; null for all of the caller's jurisdiction
     */
    public record Wish(HookUrl url, List<String> types, @Nullable String department, @Nullable DivisionCode division) {}

    /** The answer has the secret in it, also when it is asked for again with the same key, until the secret is another. */
    public Uni<SubscriptionView> subscribe(Command command, Wish wish) {
        var subscription = wanted(Subscriptions.owner(command.actor()), wish);
        wish.url().requireAllowed(config.allowed());
        return idempotency
                .once(command, SubscriptionView.class, now -> requireRoom(subscription)
                        .chain(() -> add(
                                UuidCreator.getTimeOrderedEpoch(),
                                subscription,
                                command.actor().username(),
                                now)))
                .flatMap(this::withSecret);
    }

    private static Subscription wanted(Owner owner, Wish wish) {
        var department = wish.department() == null ? owner.department() : wish.department();
        if (department == null) {
            throw Refusal.invalid("webhook.department-missing", "department");
        }
        var division = Objects.requireNonNullElse(wish.division(), owner.division());
        var subscription = Subscription.of(division, department, wish.url(), wish.types());
        if (!owner.has(subscription)) {
            throw Refusal.forbidden("webhook.not-yours");
        }
        return subscription;
    }

    private Uni<Void> requireRoom(Subscription subscription) {
        var named = new Named("department", List.of(subscription.department()));
        return departments
                .requireKnown(List.of(named), subscription.division())
                .chain(() -> subscriptions.like(subscription))
                .invoke(there -> {
                    if (there >= MOST) {
                        throw Refusal.conflict("webhook.too-many").with("most", MOST);
                    }
                })
                .replaceWithVoid();
    }

    /** Within a unit of work; without its secret. */
    public Uni<SubscriptionView> add(UUID id, Subscription subscription, String by, Instant now) {
        var row = new SubscriptionRow();
        row.id = id;
        row.subscription = subscription;
        row.createdBy = by;
        row.createdAt = now;
        return secrets.begin(row).chain(() -> subscriptions.add(row)).map(done -> SubscriptionView.of(row));
    }

    /** A new secret; the one before it signs too for a while. */
    public Uni<SubscriptionView> rotateSecret(Command command, UUID id) {
        return idempotency
                .once(command, SubscriptionView.class, now -> subscriptions
                        .locked(command.actor(), id)
                        .call(row -> secrets.rotate(row, now.plus(config.secretOverlap())))
                        .call(subscriptions::store)
                        .map(SubscriptionView::of))
                .flatMap(this::withSecret);
    }

    /** What is kept with an Idempotency-Key is the answer without it. */
    private Uni<SubscriptionView> withSecret(SubscriptionView view) {
        return subscriptions.reading(
                view.id(),
                row -> row == null || row.secretNo != view.secretNo()
                        ? Uni.createFrom().item(view)
                        : secrets.told(row).map(view::with));
    }

    public Uni<SubscriptionView> pause(Command command, UUID id) {
        return change(command, id, row -> Uni.createFrom().voidItem(), Subscription::pause);
    }

    /** Whose key is lost, of that nothing could be signed. */
    public Uni<SubscriptionView> resume(Command command, UUID id) {
        return change(command, id, row -> secrets.requireKey(row.id), Subscription::resume);
    }

    private Uni<SubscriptionView> change(
            Command command, UUID id, Function<SubscriptionRow, Uni<?>> check, UnaryOperator<Subscription> step) {
        return idempotency.once(command, SubscriptionView.class, now -> subscriptions
                .locked(command.actor(), id)
                .call(check)
                .invoke(row -> row.subscription = step.apply(row.subscription))
                .call(subscriptions::store)
                .map(SubscriptionView::of));
    }

    /** With all its deliveries; its secret is gone for good. */
    public Uni<Void> end(Actor actor, UUID id) {
        var command = new Command(actor, "delete-webhook-subscription/" + id, null, null);
        return idempotency
                .once(command, SubscriptionView.class, now -> subscriptions
                        .locked(actor, id)
                        .call(subscriptions::remove)
                        .call(row -> secrets.forget(id, now))
                        .map(SubscriptionView::of))
                .replaceWithVoid();
    }
}
