package cn.minyi5.intake.followup.domain;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.intake.request.domain.KnownWorkOrder.AcceptedReply;
import cn.minyi5.intake.request.domain.TrackedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/**
 * 回访. What the citizen said to the answer of one round, solved? and satisfied? asked apart; or that nobody was reached,
 * which ends the round without an answer once it was tried on three days (DOMAIN §4).
 *
 * @param happenedAt when the citizen was asked, or looked for
 * @param tries the days on which nobody was reached, this one included; 0 where the citizen said something
 * @param concluded whether the round is over, so that routing hears of it
 */
public record FollowUp(
        UUID requestId,
        UUID workOrderId,
        int round,
        Answer solved,
        Answer satisfied,
        OffsetDateTime happenedAt,
        int tries,
        boolean concluded) {

    public static final int DAYS_TRIED = 3;

    /** So far the watch of a phone may be wrong without anybody being refused for it. */
    private static final Duration WRONG_WATCH = Duration.ofMinutes(10);

    /** @param at as the watch of whoever asked said */
    public record Said(Answer solved, Answer satisfied, Instant at) {

        boolean nobodyReached() {
            return solved == Answer.NO_ANSWER && satisfied == Answer.NO_ANSWER;
        }
    }

    /**
     * @param triedOn days on which nobody was reached in this round before
     * @param now when it is told
     */
    public static FollowUp of(TrackedRequest request, Said said, Collection<LocalDate> triedOn, Instant now) {
        if (request.withdrawn()) {
            throw Refusal.conflict("request.ended").with("state", request.state());
        }
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
        var at = CountyTime.at(happenedAt(said.at(), answer, now));
        var tries = 0;
        if (said.nobodyReached()) {
            if (triedOn.contains(at.toLocalDate())) {
                throw Refusal.conflict("follow-up.tried-that-day").with("day", at.toLocalDate());
            }
            tries = triedOn.size() + 1;
        }
        var concluded = !said.nobodyReached() || tries >= DAYS_TRIED;
        return new FollowUp(
                request.id(), order.id(), answer.round(), said.solved(), said.satisfied(), at, tries, concluded);
    }

    /**
     * The answer to the original, told to who asked the same: the round stays open for the original's citizen.
     *
     * @param original whose current answer it is
     */
    public static FollowUp ofOriginal(TrackedRequest request, KnownWorkOrder original, Said said, Instant now) {
        var answer = Objects.requireNonNull(original.currentAnswer());
        return new FollowUp(
                request.id(),
                original.id(),
                answer.round(),
                said.solved(),
                said.satisfied(),
                CountyTime.at(happenedAt(said.at(), answer, now)),
                0,
                !said.nobodyReached());
    }

    /** Between the answer and now; who was minutes wrong was there all the same. */
    private static Instant happenedAt(Instant told, AcceptedReply answer, Instant now) {
        if (told.isAfter(now.plus(WRONG_WATCH))) {
            throw Refusal.invalid("follow-up.time-in-future", "happenedAt").with("now", CountyTime.at(now));
        }
        if (told.isBefore(answer.acceptedAt().minus(WRONG_WATCH))) {
            throw Refusal.invalid("follow-up.before-the-answer", "happenedAt")
                    .with("answeredAt", CountyTime.at(answer.acceptedAt()));
        }
        var notLater = told.isAfter(now) ? now : told;
        return notLater.isBefore(answer.acceptedAt()) ? answer.acceptedAt() : notLater;
    }
}
