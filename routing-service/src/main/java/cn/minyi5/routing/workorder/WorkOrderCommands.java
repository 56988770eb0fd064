package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.messaging.NotYet;
import cn.minyi5.messaging.Received;
import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.catalogue.Departments.Named;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.NotOurs;
import cn.minyi5.routing.workorder.domain.Party;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.ReturnWindow;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.Words;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is done to work orders after they are opened; {@link Action} says by whom and when. */
@ApplicationScoped
public class WorkOrderCommands {

    /**
     * A person wants to do something to a work order.
     *
     * @param seenVersion the version they had before their eyes when they decided, or null if they do not say
     */
    public record Attempt(UUID workOrderId, Command command, @Nullable Integer seenVersion) {}

    private interface Taking {
        Transition by(WorkOrder order, ReturnWindow window, Deed deed);
    }

    private final Idempotency idempotency;
    private final WorkOrders workOrders;
    private final Departments departments;
    private final ReturnWindows windows;
    private final RoutingConfig config;

    WorkOrderCommands(
            Idempotency idempotency,
            WorkOrders workOrders,
            Departments departments,
            ReturnWindows windows,
            RoutingConfig config) {
        this.idempotency = idempotency;
        this.workOrders = workOrders;
        this.departments = departments;
        this.windows = windows;
        this.config = config;
    }

    /** Everything that needs to know nothing but the order. Of two at once the second finds what the first has made. */
    public Uni<WorkOrderView> take(Action action, Attempt attempt, BiFunction<WorkOrder, Deed, Transition> transition) {
        return take(action, attempt, List.of(), (order, window, deed) -> transition.apply(order, deed));
    }

    public Uni<WorkOrderView> dispatch(Attempt attempt, Assignment assignment, String reason) {
        Words.reason(reason, "reason");
        var named =
                List.of(new Named("lead", List.of(assignment.lead())), new Named("assisting", assignment.assisting()));
        return take(Action.DISPATCH, attempt, named, (order, window, deed) -> order.dispatch(assignment, reason, deed));
    }

    public Uni<WorkOrderView> returnBecause(Attempt attempt, NotOurs because) {
        var suggested = new Named("suggestedDepartment", List.of(because.suggestedDepartment()));
        return take(
                Action.RETURN,
                attempt,
                List.of(suggested),
                (order, window, deed) -> order.returnBecause(because, window, deed));
    }

    /** @param minutes of the meeting; kept as a precedent */
    public Uni<WorkOrderView> arbitrate(Attempt attempt, String lead, String minutes) {
        var named = List.of(new Named("lead", List.of(lead)));
        return take(Action.RULE, attempt, named, (order, window, deed) -> order.rule(lead, minutes, deed));
    }

    /** Where the county wants no review, the reply is accepted at once. */
    public Uni<WorkOrderView> reply(Attempt attempt, ResultCode resultCode, String text, String contactLog) {
        return take(Action.REPLY, attempt, (order, deed) -> reply(order, resultCode, text, contactLog, deed));
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
     * the other. What has ended before stays as it ended, and intake hears of that end as always.
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
                if (!order.state().isFinal()) {
                    var transition =
                            order.withdraw(said.reason(), new Deed(said.withdrawnBy(), Set.of(Party.TEAM), at));
                    workOrders.announce(transition, one.traceparent());
                    transitions.add(transition);
                }
            }
            return transitions.isEmpty() ? Uni.createFrom().voidItem() : workOrders.update(transitions);
        }));
    }

    Transition reply(WorkOrder order, ResultCode resultCode, String text, String contactLog, Deed deed) {
        var replied = order.reply(Reply.of(resultCode, text, contactLog, deed.at()), deed);
        return config.acceptRepliesAutomatically()
                ? replied.then(next -> next.acceptReply(null, Deed.automatic(deed.at())))
                : replied;
    }

    /** @param named departments that must be known where the order is from */
    private Uni<WorkOrderView> take(Action action, Attempt attempt, List<Named> named, Taking transition) {
        var command = attempt.command();
        var permissions = new Permissions(command.actor());
        action.requireRole(command.actor().roles());
        return idempotency.once(command, WorkOrderView.class, now -> workOrders
                .locked(attempt.workOrderId())
                .invoke(permissions::requireSeen)
                .call(order ->
                        departments.requireKnown(named, order.request().grid().division()))
                .flatMap(order -> Uni.combine()
                        .all()
                        .unis(workOrders.moment(), windows.of(order), workOrders.citizenOf(order))
                        .withUni((at, window, citizen) -> Uni.createFrom()
                                .item(() -> transition.by(
                                        order,
                                        window,
                                        permissions
                                                .deed(order, attempt.seenVersion(), at)
                                                .with(citizen)))
                                .invoke(taken -> workOrders.announce(taken))
                                .call(taken -> workOrders.update(List.of(taken)))
                                .call(() -> workOrders.keep(citizen))
                                .map(Transition::order)
                                .flatMap(after -> workOrders.view(
                                        after, after.allowed(permissions.parties(after), at, window))))));
    }
}
