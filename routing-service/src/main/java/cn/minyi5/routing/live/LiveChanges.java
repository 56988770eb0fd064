package cn.minyi5.routing.live;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.ChangedOrder;
import cn.minyi5.routing.workorder.WorkOrderQueries;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Who looks on at this copy, and what they are told: of what has changed, each hears of what their lists would show
 * them. What is missed is not told later; whoever comes back asks for everything.
 */
@ApplicationScoped
public class LiveChanges {

    private static final Duration ONE_MAY_HAVE_CLOSED = Duration.ofSeconds(30);

    private record Onlooker(Actor actor, MultiEmitter<? super ChangedOrder> emitter) {}

    private final WorkOrderQueries workOrders;
    private final LiveConfig config;
    private final Set<Onlooker> onlookers = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byPerson = new ConcurrentHashMap<>();

    LiveChanges(WorkOrderQueries workOrders, LiveConfig config) {
        this.workOrders = workOrders;
        this.config = config;
    }

    /**
     * What changes from now on of what the actor may see, until the stream is cancelled.
     *
     * @throws Refusal {@code live.too-many} if the person has too many of them open
     */
    public Multi<ChangedOrder> seenBy(Actor actor) {
        var open = byPerson.merge(actor.username(), 1, Integer::sum);
        if (open > config.mostAPerson()) {
            leave(actor);
            throw Refusal.tooMany("live.too-many", ONE_MAY_HAVE_CLOSED);
        }
        return Multi.createFrom()
                .<ChangedOrder>emitter(emitter -> {
                    var onlooker = new Onlooker(actor, emitter);
                    onlookers.add(onlooker);
                    emitter.onTermination(() -> {
                        onlookers.remove(onlooker);
                        leave(actor);
                    });
                })
                .onOverflow()
                .buffer(config.mostWaiting());
    }

    /** Nobody is told of an order that they do not see, and the database is asked once for all of them. */
    public Uni<Void> changed(Set<String> keys) {
        if (onlookers.isEmpty() || keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = keys.stream().map(UUID::fromString).collect(Collectors.toSet());
        return workOrders.changed(ids).invoke(this::tell).replaceWithVoid();
    }

    /** How often there is a sign of life. */
    public Duration heartbeat() {
        return config.heartbeat();
    }

    private void tell(List<ChangedOrder> changed) {
        onlookers.forEach(onlooker -> changed.stream()
                .filter(order -> order.isSeenBy(onlooker.actor()))
                .forEach(onlooker.emitter()::emit));
    }

    private void leave(Actor actor) {
        byPerson.computeIfPresent(actor.username(), (person, open) -> open > 1 ? open - 1 : null);
    }
}
