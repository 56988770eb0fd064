package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** 答复. The department says what came of it; where the county wants no review, that is accepted at once. */
@ApplicationScoped
public class ReplyToWorkOrder {

    private final AdvanceWorkOrder advance;
    private final RoutingConfig config;

    ReplyToWorkOrder(AdvanceWorkOrder advance, RoutingConfig config) {
        this.advance = advance;
        this.config = config;
    }

    public Uni<WorkOrder> handle(
            Transaction tx, Attempt attempt, ResultCode resultCode, String text, String contactLog) {
        var given = Reply.of(resultCode, text, contactLog, tx.now());
        var steps = new WorkOrderSteps(attempt.by(), tx.now());
        return advance.handle(tx, attempt, order -> {
            var replied = steps.reply(order, attempt.departmentFor(order), given);
            return config.acceptRepliesAutomatically() ? replied.then(next -> accepted(next, tx)) : replied;
        });
    }

    private static Step accepted(WorkOrder order, Transaction tx) {
        return new WorkOrderSteps(WorkOrderSteps.AUTOMATIC, tx.now()).acceptReply(order, null);
    }
}
