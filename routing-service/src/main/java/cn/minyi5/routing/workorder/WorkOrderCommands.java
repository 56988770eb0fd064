package cn.minyi5.routing.workorder;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.messaging.Received;
import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.NotAcceptedReason;
import cn.minyi5.routing.workorder.domain.NotOurs;
import cn.minyi5.routing.workorder.domain.Party;
import cn.minyi5.routing.workorder.domain.Reply;
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
import java.util.function.Supplier;
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

    private final Idempotency idempotency;
    private final WorkOrders workOrders;
    private final Departments departments;
    private final RoutingConfig config;

    WorkOrderCommands(Idempotency idempotency, WorkOrders workOrders, Departments departments, RoutingConfig config) {
        this.idempotency = idempotency;
        this.workOrders = workOrders;
        this.departments = departments;
        this.config = config;
    }

    /** @throws Refusal {@code department.unknown}, {@code words.missing} */
    public Uni<WorkOrderView> dispatch(Attempt attempt, Assignment assignment, String reason) {
        Words.reason(reason, "reason");
        return once(
                attempt,
                Action.DISPATCH,
                () -> departments
                        .requireKnown(List.of(assignment.lead()), "lead")
                        .chain(() -> departments.requireKnown(assignment.assisting(), "assisting")),
                (order, deed) -> order.dispatch(assignment, reason, deed));
    }

    public Uni<WorkOrderView> refuse(Attempt attempt, NotAcceptedReason reason) {
        return once(attempt, Action.REFUSE, (order, deed) -> order.refuse(reason, deed));
    }

    public Uni<WorkOrderView> sign(Attempt attempt) {
        return once(attempt, Action.SIGN, WorkOrder::sign);
    }

    /** @throws Refusal {@code department.unknown} if the department it suggests is */
    public Uni<WorkOrderView> returnBecause(Attempt attempt, NotOurs because) {
        var suggested = because.suggestedDepartment();
        return once(
                attempt,
                Action.RETURN,
                () -> departments.requireKnown(
                        suggested == null ? List.of() : List.of(suggested), "suggestedDepartment"),
                (order, deed) -> order.returnBecause(because, config.returnWindow(), deed));
    }

    public Uni<WorkOrderView> acceptReturn(Attempt attempt, @Nullable String words) {
        return once(attempt, Action.ACCEPT_RETURN, (order, deed) -> order.acceptReturn(words, deed));
    }

    /** @throws Refusal {@code words.missing} */
    public Uni<WorkOrderView> rejectReturn(Attempt attempt, @Nullable String reason) {
        var written = Words.reason(reason, "reason");
        return once(attempt, Action.REJECT_RETURN, (order, deed) -> order.rejectReturn(written, deed));
    }

    /**
     * @param minutes of the meeting; kept as a precedent
     * @throws Refusal {@code department.unknown}
     */
    public Uni<WorkOrderView> arbitrate(Attempt attempt, String lead, String minutes) {
        return once(
                attempt,
                Action.RULE,
                () -> departments.requireKnown(List.of(lead), "lead"),
                (order, deed) -> order.rule(lead, minutes, deed));
    }

    /** Where the county wants no review, the reply is accepted at once. */
    public Uni<WorkOrderView> reply(Attempt attempt, ResultCode resultCode, String text, String contactLog) {
        return once(attempt, Action.REPLY, (order, deed) -> reply(order, resultCode, text, contactLog, deed));
    }

    /** @throws Refusal {@code words.missing} */
    public Uni<WorkOrderView> sendReplyBack(Attempt attempt, @Nullable String reason) {
        var written = Words.reason(reason, "reason");
        return once(attempt, Action.SEND_REPLY_BACK, (order, deed) -> order.sendReplyBack(written, deed));
    }

    public Uni<WorkOrderView> acceptReply(Attempt attempt, @Nullable String words) {
        return once(attempt, Action.ACCEPT_REPLY, (order, deed) -> order.acceptReply(words, deed));
    }

    /** 回访. What citizens said closes their orders or begins the next round. */
    public Uni<Void> followUpAll(List<Received<RequestEvent.FollowedUp>> received, Instant now) {
        var ids = received.stream().map(one -> one.event().workOrderId()).toList();
        return workOrders.locked(ids).flatMap(rows -> {
            var transitions = new ArrayList<Transition>();
            for (var one : received) {
                var said = one.event();
                var deed = new Deed(said.followedUpBy(), Set.of(Party.TEAM), now);
                var row = rows.get(said.workOrderId());
                if (row == null) {
                    throw Refusal.notFound("work-order.unknown");
                }
                var transition = row.order.followUp(said.round(), said.solved(), said.satisfied(), deed);
                row.order = transition.order();
                workOrders.announce(transition, one.traceparent());
                transitions.add(transition);
            }
            return workOrders.update(rows.values(), transitions);
        });
    }

    Transition reply(WorkOrder order, ResultCode resultCode, String text, String contactLog, Deed deed) {
        var replied = order.reply(Reply.of(resultCode, text, contactLog, deed.at()), deed);
        return config.acceptRepliesAutomatically()
                ? replied.then(next -> next.acceptReply(null, Deed.automatic(deed.at())))
                : replied;
    }

    private Uni<WorkOrderView> once(
            Attempt attempt, Action action, BiFunction<WorkOrder, Deed, Transition> transition) {
        return once(attempt, action, () -> Uni.createFrom().voidItem(), transition);
    }

    /** Everything that all transitions by people have in common. Of two at once the second finds what the first has made. */
    private Uni<WorkOrderView> once(
            Attempt attempt,
            Action action,
            Supplier<Uni<Void>> checked,
            BiFunction<WorkOrder, Deed, Transition> transition) {
        var command = attempt.command();
        var permissions = new Permissions(command.actor());
        action.requireRole(command.actor().roles());
        return idempotency.once(command, WorkOrderView.class, now -> checked.get()
                .chain(() -> workOrders.locked(attempt.workOrderId()))
                .call(row -> {
                    var deed = permissions.deed(row.order, attempt.seenVersion(), now);
                    var taken = transition.apply(row.order, deed);
                    row.order = taken.order();
                    workOrders.announce(taken);
                    return workOrders.update(List.of(row), List.of(taken));
                })
                .flatMap(row -> workOrders
                        .timeline(row.id)
                        .map(timeline -> WorkOrderView.of(
                                row.order,
                                timeline,
                                row.order.allowed(permissions.parties(row.order), now, config.returnWindow())))));
    }
}
