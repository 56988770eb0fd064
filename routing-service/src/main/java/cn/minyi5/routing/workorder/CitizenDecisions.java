package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.messaging.NotYet;
import cn.minyi5.messaging.Received;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.Party;
import cn.minyi5.routing.workorder.domain.Transition;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What citizens say of their orders, as intake tells it. */
@ApplicationScoped
public class CitizenDecisions {

    private final WorkOrders workOrders;
    private final MergedOrders merged;

    CitizenDecisions(WorkOrders workOrders, MergedOrders merged) {
        this.merged = merged;
        this.workOrders = workOrders;
    }

    /** 回访. What citizens said closes their orders or begins the next round. */
    public Uni<Void> followUpAll(List<Received<RequestEvent.FollowedUp>> received, Instant now) {
        var ids = received.stream().map(one -> one.event().workOrderId()).toList();
        return workOrders.locked(ids).flatMap(orders -> workOrders.moment().flatMap(at -> {
            var transitions = new ArrayList<Transition>();
            for (var one : received) {
                var said = one.event();
                var deed = new Deed(said.followedUpBy(), Set.of(Party.TEAM), one.happenedAt());
                var order = orders.get(said.workOrderId());
                if (order == null || order.isBeforeFollowUp(said.round())) {
                    throw new NotYet("the accepted reply that was followed up");
                }
                var transition = order.followUp(said.round(), said.solved(), said.satisfied(), deed, at);
                workOrders.announce(transition, one.traceparent());
                transitions.add(transition);
            }
            return workOrders.update(transitions);
        }));
    }

    /**
     * 撤回. What the citizen does not want any longer ends; of a step that somebody takes at the same time one waits for
     * the other. What has ended before stays as it ended, and intake hears of that end as always; what was merged into
     * an order that ends so is the desk's again, and what is withdrawn after it was merged leaves the parent as it is.
     */
    public Uni<Void> withdrawAll(List<Received<RequestEvent.Withdrawn>> received, Instant now) {
        var ids = received.stream().map(one -> one.event().requestId()).toList();
        return workOrders.lockedOf(ids).flatMap(orders -> workOrders.moment().flatMap(at -> {
            var transitions = new ArrayList<Transition>();
            for (var one : received) {
                var said = one.event();
                var order = orders.get(said.requestId());
                if (order == null) {
                    throw new NotYet("the opening of the order that is withdrawn");
                }
                if (order.mayBeWithdrawn()) {
                    var transition =
                            order.withdraw(said.reason(), new Deed(said.withdrawnBy(), Set.of(Party.TEAM), at));
                    workOrders.announce(transition, one.traceparent());
                    transitions.add(transition);
                }
            }
            return transitions.isEmpty() ? Uni.createFrom().voidItem() : endAll(transitions, at);
        }));
    }

    private Uni<Void> endAll(List<Transition> transitions, Instant at) {
        return workOrders.update(transitions).chain(() -> merged.releaseAfter(transitions, at));
    }
}
