package cn.minyi5.routing.workorder;

import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 解除并案. Orders whose parent has ended without an answer return to the desk, in the transaction that ended it: whoever
 * would be merged into it meanwhile waits for the parent's lock, and then finds it ended.
 */
@ApplicationScoped
class MergedOrders {

    private final WorkOrders workOrders;

    MergedOrders(WorkOrders workOrders) {
        this.workOrders = workOrders;
    }

    /** @param stored what has become of orders, parents perhaps among them */
    Uni<Void> releaseAfter(Collection<Transition> stored, Instant at) {
        var ended = stored.stream()
                .map(Transition::order)
                .filter(WorkOrder::endedWithoutAnswer)
                .collect(Collectors.toMap(WorkOrder::id, Function.identity()));
        if (ended.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return workOrders.lockedChildrenOf(ended.keySet()).flatMap(children -> {
            var released = children.stream()
                    .map(child -> child.unmerge(ended.get(child.mergedInto()), Deed.automatic(at)))
                    .toList();
            released.forEach(workOrders::announce);
            return released.isEmpty() ? Uni.createFrom().voidItem() : workOrders.update(released);
        });
    }
}
