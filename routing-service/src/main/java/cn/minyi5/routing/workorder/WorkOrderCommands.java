package cn.minyi5.routing.workorder;

import cn.minyi5.routing.catalogue.Departments;
import cn.minyi5.routing.catalogue.Departments.Named;
import cn.minyi5.routing.naming.KnownNames;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.NotOurs;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.Words;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What people do to work orders after they are opened; {@link Action} says by whom and when. */
@ApplicationScoped
public class WorkOrderCommands {

    private final TakeTransition transitions;
    private final Departments departments;
    private final KnownNames names;
    private final RoutingConfig config;

    WorkOrderCommands(TakeTransition transitions, Departments departments, KnownNames names, RoutingConfig config) {
        this.transitions = transitions;
        this.departments = departments;
        this.names = names;
        this.config = config;
    }

    /** Everything that needs to know nothing but the order. */
    public Uni<WorkOrderView> take(Action action, Attempt attempt, BiFunction<WorkOrder, Deed, Transition> transition) {
        return transitions.take(
                action, attempt, WorkOrderCommands::nothing, on -> transition.apply(on.order(), on.deed()));
    }

    public Uni<WorkOrderView> dispatch(Attempt attempt, Assignment assignment, String reason) {
        Words.reason(reason, "reason");
        var named =
                List.of(new Named("lead", List.of(assignment.lead())), new Named("assisting", assignment.assisting()));
        return transitions.take(
                Action.DISPATCH, attempt, known(named), on -> on.order().dispatch(assignment, reason, on.deed()));
    }

    public Uni<WorkOrderView> returnBecause(Attempt attempt, NotOurs because) {
        var suggested = new Named("suggestedDepartment", List.of(because.suggestedDepartment()));
        return transitions.take(Action.RETURN, attempt, known(List.of(suggested)), on -> on.order()
                .returnBecause(because, on.windows().returning(), on.deed()));
    }

    /** @param minutes of the meeting; kept as a precedent */
    public Uni<WorkOrderView> arbitrate(Attempt attempt, String lead, String minutes) {
        return transitions.take(Action.RULE, attempt, known(List.of(new Named("lead", List.of(lead)))), on -> on.order()
                .rule(lead, minutes, on.deed()));
    }

    /** Where the county wants no review, the reply is accepted at once. */
    public Uni<WorkOrderView> reply(Attempt attempt, Reply.Draft draft) {
        return transitions.take(
                Action.REPLY, attempt, order -> checked(order, draft), on -> reply(on.order(), draft, on.deed()));
    }

    /** 现场核验. Where the category asks for it. */
    private Uni<?> checked(WorkOrder order, Reply.Draft draft) {
        var request = order.request();
        return names.areCheckedOnSpot(request.categoryCode(), request.grid()).invoke(asked -> {
            if (asked) {
                draft.requireCheckedOnSpot();
            }
        });
    }

    public Uni<WorkOrderView> reopen(Attempt attempt, String reason) {
        return transitions.take(Action.REOPEN, attempt, WorkOrderCommands::nothing, on -> on.order()
                .reopen(reason, on.windows(), on.deed()));
    }

    Transition reply(WorkOrder order, Reply.Draft draft, Deed deed) {
        var replied = order.reply(draft.at(deed.at()), deed);
        return config.acceptRepliesAutomatically()
                ? replied.then(next -> next.acceptReply(null, Deed.automatic(deed.at())))
                : replied;
    }

    /** Departments that must be known where the order is from. */
    private Function<WorkOrder, Uni<?>> known(List<Named> named) {
        return order -> departments.requireKnown(named, order.request().grid().division());
    }

    private static Uni<?> nothing(WorkOrder order) {
        return Uni.createFrom().voidItem();
    }
}
