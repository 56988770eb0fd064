package cn.minyi5.intake.followup;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.intake.followup.domain.FollowUp;
import cn.minyi5.intake.followup.domain.FollowUp.Said;
import cn.minyi5.intake.request.LockedRequests;
import cn.minyi5.intake.request.domain.TrackedRequest;
import cn.minyi5.messaging.Extensions;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Command;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what the citizen said to the answer, once for each round, and tells routing. */
@ApplicationScoped
public class FollowUps {

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final LockedRequests requests;
    private final Outbox outbox;
    private final OriginalAnswers originals;

    FollowUps(
            Idempotency idempotency,
            Transactions transactions,
            LockedRequests requests,
            Outbox outbox,
            OriginalAnswers originals) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.requests = requests;
        this.outbox = outbox;
        this.originals = originals;
    }

    /** One of before there was this service. */
    public record PastFollowUp(UUID requestId, int round, Answer solved, Answer satisfied, Instant followedUpAt) {

        private FollowUpRow row() {
            return FollowUpRow.of(requestId, round, solved, satisfied, null, followedUpAt);
        }
    }

    /** @param happenedAt null: just now */
    public Uni<FollowUp> followUp(
            Command command, UUID requestId, Answer solved, Answer satisfied, @Nullable Instant happenedAt) {
        var actor = command.actor();
        return idempotency.once(command, FollowUp.class, now -> {
            var said = new Said(solved, satisfied, happenedAt == null ? now : happenedAt);
            return requests.toFollowUp(requestId, actor).flatMap(request -> originals
                    .waitingFor(request)
                    .flatMap(original -> original == null
                            ? ofItsOwn(request, said, actor, now)
                            : originals.tell(FollowUp.ofOriginal(request, original, said, now), actor)));
        });
    }

    private Uni<FollowUp> ofItsOwn(TrackedRequest request, Said said, Actor actor, Instant now) {
        return triedOn(request)
                .map(days -> FollowUp.of(request, said, days, now))
                .call(followUp -> store(followUp, actor))
                .invoke(followUp -> announce(followUp, request, actor));
    }

    /** Stores past ones within the transaction that is open. */
    public Uni<Void> storePast(List<PastFollowUp> followUps) {
        return transactions
                .session()
                .insertMultiple(followUps.stream().map(PastFollowUp::row).toList());
    }

    /** The days on which nobody was reached in the round that the order is in. */
    private Uni<List<LocalDate>> triedOn(TrackedRequest request) {
        var order = request.order();
        return transactions
                .session()
                .createSelectionQuery(
                        "select key.triedOn from FollowUpTryRow where key.requestId = :id and key.round = :round",
                        LocalDate.class)
                .setParameter("id", request.id())
                .setParameter("round", order == null ? 0 : order.round())
                .getResultList();
    }

    private Uni<Void> store(FollowUp followUp, Actor actor) {
        var session = transactions.session();
        var tried = followUp.tries() == 0
                ? Uni.createFrom().voidItem()
                : session.insert(FollowUpTryRow.of(followUp, actor.id()));
        return followUp.concluded() ? tried.chain(() -> session.insert(FollowUpRow.of(followUp, actor.id()))) : tried;
    }

    private void announce(FollowUp followUp, TrackedRequest request, Actor actor) {
        if (followUp.concluded()) {
            var told = new RequestEvent.FollowedUp(
                    followUp.requestId(),
                    followUp.workOrderId(),
                    followUp.round(),
                    followUp.solved(),
                    followUp.satisfied(),
                    actor.username());
            var place = request.request().gridCode().division();
            outbox.announce(
                    told, followUp.happenedAt().toInstant(), null, Extensions.of(place, request.confidential()));
        }
    }
}
