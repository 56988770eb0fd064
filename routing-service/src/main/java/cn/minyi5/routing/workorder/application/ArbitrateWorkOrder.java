package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.catalogue.application.Departments;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** 会商裁定. The supervision office says whose it is, for good. */
@ApplicationScoped
public class ArbitrateWorkOrder {

    private final AdvanceWorkOrder advance;
    private final Departments departments;

    ArbitrateWorkOrder(AdvanceWorkOrder advance, Departments departments) {
        this.advance = advance;
        this.departments = departments;
    }

    /**
     * @param minutes of the meeting; kept as a precedent
     * @throws Refusal {@code department.unknown}
     */
    public Uni<WorkOrder> handle(Transaction tx, Attempt attempt, String lead, String minutes) {
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return departments
                .requireKnown(tx, lead, "lead")
                .chain(() -> advance.handle(
                        tx,
                        attempt,
                        order -> steps.rule(order, Assignment.byPerson(lead, assistingIn(order)), minutes)));
    }

    /** Who assists was not in dispute. */
    private static List<String> assistingIn(WorkOrder order) {
        var dispatch = order.dispatch();
        return dispatch == null ? List.of() : dispatch.assignment().assisting();
    }
}
