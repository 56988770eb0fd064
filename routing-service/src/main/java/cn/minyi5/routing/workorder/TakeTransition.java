package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.Windows;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 流转. One step of one order in one transaction: who may, by which version, what becomes of it, and what is told. Of two
 * at once the second finds what the first has made.
 */
@ApplicationScoped
class TakeTransition {

    /**
     * What somebody decides on.
     *
     * @param other the order that the attempt names besides; null if it names none, or none that they may see
     */
    record Ground(WorkOrder order, @Nullable WorkOrder other, Windows windows, Deed deed) {}

    private final Idempotency idempotency;
    private final WorkOrders workOrders;
    private final MergedOrders merged;
    private final WindowsAtPlace windows;

    TakeTransition(Idempotency idempotency, WorkOrders workOrders, MergedOrders merged, WindowsAtPlace windows) {
        this.merged = merged;
        this.idempotency = idempotency;
        this.workOrders = workOrders;
        this.windows = windows;
    }

    /** @param check what must hold besides, of the order as it is locked */
    Uni<WorkOrderView> take(
            Action action,
            Attempt attempt,
            Function<WorkOrder, Uni<?>> check,
            Function<Ground, Transition> transition) {
        var command = attempt.command();
        var permissions = new Permissions(command.actor());
        action.requireRole(command.actor().roles());
        return idempotency.once(command, WorkOrderView.class, now -> workOrders
                .locked(attempt.orders())
                .flatMap(locked -> {
                    var order = locked.get(attempt.workOrderId());
                    if (order == null) {
                        throw Refusal.notFound("work-order.unknown");
                    }
                    permissions.requireSeen(order);
                    var other = attempt.other() == null ? null : locked.get(attempt.other());
                    var seen = other == null || !permissions.sees(other) ? null : other;
                    return check.apply(order).chain(() -> take(attempt, permissions, order, seen, transition));
                }));
    }

    private Uni<WorkOrderView> take(
            Attempt attempt,
            Permissions permissions,
            WorkOrder order,
            @Nullable WorkOrder other,
            Function<Ground, Transition> transition) {
        return Uni.combine()
                .all()
                .unis(workOrders.moment(), windows.of(order), workOrders.citizenOf(order))
                .withUni((at, within, citizen) -> Uni.createFrom()
                        .item(() -> {
                            var deed = permissions
                                    .deed(order, attempt.seenVersion(), at)
                                    .with(citizen);
                            return transition.apply(new Ground(order, other, within, deed));
                        })
                        .invoke(taken -> workOrders.announce(taken))
                        .call(taken -> workOrders.update(List.of(taken)))
                        .call(taken -> merged.releaseAfter(List.of(taken), at))
                        .call(() -> workOrders.keep(citizen))
                        .map(Transition::order)
                        .flatMap(after -> workOrders.view(
                                after,
                                after.allowed(
                                        permissions.parties(after),
                                        attempt.command().actor().department(),
                                        at,
                                        within),
                                at)));
    }
}
