package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.catalogue.application.Departments;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Words;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** 派单. The desk decides where no rule did. */
@ApplicationScoped
public class DispatchWorkOrder {

    private final AdvanceWorkOrder advance;
    private final Departments departments;

    DispatchWorkOrder(AdvanceWorkOrder advance, Departments departments) {
        this.advance = advance;
        this.departments = departments;
    }

    /** @throws Refusal {@code department.unknown}, {@code words.missing} */
    public Uni<WorkOrder> handle(Transaction tx, Attempt attempt, Assignment assignment, String reason) {
        Words.reason(reason, "reason");
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return departments
                .requireKnown(tx, assignment.lead(), "lead")
                .chain(() -> departments.requireKnown(tx, assignment.assisting(), "assisting"))
                .chain(() -> advance.handle(tx, attempt, order -> steps.dispatch(order, assignment, reason)));
    }
}
