package cn.minyi5.routing.workorder.application;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** 答复审核. The desk accepts a reply, or says what is wrong with it. */
@ApplicationScoped
public class ReviewReply {

    private final AdvanceWorkOrder advance;

    ReviewReply(AdvanceWorkOrder advance) {
        this.advance = advance;
    }

    public Uni<WorkOrder> accept(Transaction tx, Attempt attempt, @Nullable String words) {
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return advance.handle(tx, attempt, order -> steps.acceptReply(attempt.reviewed(order), words));
    }

    public Uni<WorkOrder> sendBack(Transaction tx, Attempt attempt, String reason) {
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return advance.handle(tx, attempt, order -> steps.sendReplyBack(attempt.reviewed(order), reason));
    }
}
