package cn.minyi5.routing.workorder.application;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** 退单审核. The desk accepts a return, or rejects it in writing. */
@ApplicationScoped
public class JudgeReturn {

    private final AdvanceWorkOrder advance;

    JudgeReturn(AdvanceWorkOrder advance) {
        this.advance = advance;
    }

    public Uni<WorkOrder> accept(Transaction tx, Attempt attempt, @Nullable String words) {
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return advance.handle(tx, attempt, order -> steps.acceptReturn(order, words));
    }

    public Uni<WorkOrder> reject(Transaction tx, Attempt attempt, String reason) {
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return advance.handle(tx, attempt, order -> steps.rejectReturn(order, reason));
    }
}
