package cn.minyi5.intake.followup;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.followup.domain.FollowUp;
import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * What a department answered to the original of a request that repeats it: told to whoever asked the same, until their
 * own order is answered itself. What they say to it is kept and told to nobody, for each order is followed up by its own.
 */
@ApplicationScoped
class OriginalAnswers {

    private static final String ORIGINAL =
            """
            select known.order from DuplicateRow duplicate
            join KnownWorkOrderRow known on known.requestId = duplicate.link.originalId
            where duplicate.requestId = :id""";

    /** By hand: of two at once the second finds it told. */
    private static final String TOLD =
            """
            insert into told_original (request_id, work_order_id, round, solved, satisfied, told_by, told_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""";

    private final Transactions transactions;
    private final Sql sql;

    OriginalAnswers(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** The original's order, if its answer is the one to bring; null where it has none, or the request has its own. */
    Uni<@Nullable KnownWorkOrder> waitingFor(TrackedRequest request) {
        var own = request.order();
        if (!request.hearsOfItsOriginal() || own != null && own.currentAnswer() != null) {
            return Uni.createFrom().nullItem();
        }
        return transactions
                .session()
                .createSelectionQuery(ORIGINAL, KnownWorkOrder.class)
                .setParameter("id", request.id())
                .getSingleResultOrNull()
                .map(original -> original == null || original.currentAnswer() == null ? null : original);
    }

    /** @throws Refusal {@code request.already-followed-up} */
    Uni<FollowUp> tell(FollowUp followUp, Actor actor) {
        if (!followUp.concluded()) {
            return Uni.createFrom().item(followUp);
        }
        return sql.update(
                        TOLD,
                        followUp.requestId(),
                        followUp.workOrderId(),
                        followUp.round(),
                        followUp.solved(),
                        followUp.satisfied(),
                        actor.id(),
                        followUp.happenedAt())
                .map(told -> {
                    if (told == 0) {
                        throw Refusal.conflict("request.already-followed-up").with("round", followUp.round());
                    }
                    return followUp;
                });
    }
}
