package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.catalogue.application.Departments;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** 退单. The department says "not ours". */
@ApplicationScoped
public class ReturnWorkOrder {

    private final AdvanceWorkOrder advance;
    private final Departments departments;
    private final RoutingConfig config;

    ReturnWorkOrder(AdvanceWorkOrder advance, Departments departments, RoutingConfig config) {
        this.advance = advance;
        this.departments = departments;
        this.config = config;
    }

    /** @throws Refusal {@code department.unknown} if the department it suggests is */
    public Uni<WorkOrder> handle(Transaction tx, Attempt attempt, NotOurs because) {
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return departments
                .requireKnown(tx, because.suggestedDepartment(), "suggestedDepartment")
                .chain(() -> advance.handle(
                        tx,
                        attempt,
                        order -> steps.returnBecauseNotOurs(
                                order, attempt.departmentFor(order), because, config.returnWindow())));
    }
}
