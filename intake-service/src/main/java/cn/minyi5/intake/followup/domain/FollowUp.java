package cn.minyi5.intake.followup.domain;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.TrackedRequest;
import java.util.UUID;

/** 回访. What the citizen said to the answer of one round: solved? satisfied? asked apart. */
public record FollowUp(UUID requestId, UUID workOrderId, int round, Answer solved, Answer satisfied) {

    public static FollowUp of(TrackedRequest request, Answer solved, Answer satisfied) {
        var order = request.order();
        var answer = order == null ? null : order.currentAnswer();
        if (order == null || answer == null) {
            throw Refusal.conflict("request.not-answered-yet").with("state", request.state());
        }
        if (request.followedUpRound() >= answer.round()) {
            throw Refusal.conflict("request.already-followed-up").with("round", answer.round());
        }
        if (order.ended() != null) {
            throw Refusal.conflict("request.ended").with("state", request.state());
        }
        return new FollowUp(request.id(), order.id(), answer.round(), solved, satisfied);
    }
}
