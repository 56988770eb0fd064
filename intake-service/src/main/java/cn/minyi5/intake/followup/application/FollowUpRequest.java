package cn.minyi5.intake.followup.application;

import cn.minyi5.access.Actor;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.followup.domain.FollowUp;
import cn.minyi5.intake.request.application.Requests;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what the citizen said to the answer, once for each round, and tells routing. */
@ApplicationScoped
public class FollowUpRequest {

    private final Requests requests;
    private final FollowUps followUps;

    FollowUpRequest(Requests requests, FollowUps followUps) {
        this.requests = requests;
        this.followUps = followUps;
    }

    /**
     * @throws Refusal {@code request.unknown}, {@code request.not-answered-yet}, {@code request.already-followed-up},
     *     {@code request.ended}
     */
    public Uni<FollowUp> handle(Transaction tx, UUID requestId, Answer solved, Answer satisfied, Actor actor) {
        return requests.lock(tx, requestId)
                .map(request -> FollowUp.of(ofTeam(request, actor), solved, satisfied))
                .call(followUp -> keep(tx, followUp, actor))
                .call(followUp -> OldOutbox.append(tx, followedUp(followUp, actor)));
    }

    private Uni<Void> keep(Transaction tx, FollowUp followUp, Actor actor) {
        return followUps
                .add(tx, followUp, actor.id())
                .invoke(added -> {
                    if (!added) {
                        throw Refusal.conflict("request.already-followed-up").with("round", followUp.round());
                    }
                })
                .replaceWithVoid();
    }

    private static RecordedRequest ofTeam(@Nullable RecordedRequest request, Actor actor) {
        if (request == null || !request.teamCode().equals(actor.team()) || !actor.maySee(request.grid())) {
            throw Refusal.notFound("request.unknown");
        }
        return request;
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
