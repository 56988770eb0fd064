package cn.minyi5.intake.followup;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.followup.domain.FollowUp;
import cn.minyi5.intake.request.Requests;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what the citizen said to the answer, once for each round, and tells routing. */
@ApplicationScoped
public class FollowUps {

    private static final int FIRST_ROUND = 1;

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Requests requests;
    private final Outbox outbox;

    FollowUps(Idempotency idempotency, Transactions transactions, Requests requests, Outbox outbox) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.requests = requests;
        this.outbox = outbox;
    }

    /** One of before there was this service; always of the first round. */
    public record PastFollowUp(UUID requestId, Answer solved, Answer satisfied, Instant followedUpAt) {

        private FollowUpRow row() {
            return FollowUpRow.of(requestId, FIRST_ROUND, solved, satisfied, null, followedUpAt);
        }
    }

    public Uni<FollowUp> followUp(Command command, UUID requestId, Answer solved, Answer satisfied) {
        var actor = command.actor();
        return idempotency.once(command, FollowUp.class, now -> requests.locked(requestId)
                .map(request -> FollowUp.of(askedBy(request, actor), solved, satisfied))
                .call(followUp -> transactions
                        .session()
                        .insert(FollowUpRow.of(requestId, followUp.round(), solved, satisfied, actor.id(), now)))
                .invoke(followUp -> outbox.announce(followedUp(followUp, actor))));
    }

    /** Stores past ones within the transaction that is open. */
    public Uni<Void> storePast(List<PastFollowUp> followUps) {
        return transactions
                .session()
                .insertMultiple(followUps.stream().map(PastFollowUp::row).toList());
    }

    /** By the team; about a complaint about officials by the secretary who took it alone. */
    private static TrackedRequest askedBy(@Nullable TrackedRequest tracked, Actor actor) {
        if (tracked == null
                || !tracked.request().teamCode().equals(actor.team())
                || !actor.maySee(tracked.request().gridCode())
                || tracked.confidential() && !tracked.isTakenBy(actor.id())) {
            throw Refusal.notFound("request.unknown");
        }
        return tracked;
    }

    private static RequestEvent followedUp(FollowUp followUp, Actor actor) {
        return new RequestEvent.FollowedUp(
                followUp.requestId(),
                followUp.workOrderId(),
                followUp.round(),
                followUp.solved(),
                followUp.satisfied(),
                actor.username());
    }
}
