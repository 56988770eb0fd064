package cn.minyi5.intake.followup.domain;

import static cn.minyi5.intake.request.domain.Known.VISITED;
import static cn.minyi5.intake.request.domain.Known.forwarded;
import static cn.minyi5.intake.request.domain.Known.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.followup.domain.FollowUp.Said;
import cn.minyi5.intake.request.domain.Known;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.TrackedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowUpRuleTest {

    private static final Instant ANSWERED = VISITED.plusSeconds(3600);
    private static final Instant NOW = ANSWERED.plus(Duration.ofDays(9));

    @Test
    void anAnsweredRequestIsFollowedUpInTheRoundOfItsAnswer() {
        var followUp = FollowUp.of(
                forwarded(order("JX01", 2, 2, null), 1), said(Answer.YES, Answer.NO_ANSWER), List.of(), NOW);

        assertThat(followUp.round()).isEqualTo(2);
        assertThat(followUp.solved()).isEqualTo(Answer.YES);
        assertThat(followUp.satisfied()).isEqualTo(Answer.NO_ANSWER);
    }

    @Test
    void withoutAnAnswerOfThisRoundThereIsNothingToFollowUp() {
        assertRefused("request.not-answered-yet", forwarded(null, 0));
        assertRefused("request.not-answered-yet", forwarded(order("JX01", 1, 0, null), 0));
        assertRefused("request.not-answered-yet", forwarded(order("JX01", 2, 1, null), 1));
    }

    @Test
    void aRoundIsFollowedUpOnce() {
        assertRefused("request.already-followed-up", forwarded(order("JX01", 1, 1, null), 1));
        assertRefused("request.already-followed-up", forwarded(order(null, 1, 1, Ending.CLOSED), 1));
    }

    @Test
    void whatIsWithdrawnIsNotFollowedUp() {
        assertRefused("request.ended", Known.withdrawn(forwarded(order("JX01", 1, 1, null), 0)));
    }

    @Test
    void theAnswerToTheOriginalIsToldInItsRoundAndAWatchMayBeMinutesWrongHereToo() {
        var original = order("JX02", 3, 3, null);

        var told = FollowUp.ofOriginal(forwarded(null, 0), original, said(Answer.YES, Answer.NO), NOW);

        assertThat(told.round()).isEqualTo(3);
        assertThat(told.workOrderId()).isEqualTo(original.id());
        assertThat(told.concluded()).isTrue();
        assertThat(FollowUp.ofOriginal(forwarded(null, 0), original, said(Answer.NO_ANSWER, Answer.NO_ANSWER), NOW)
                        .concluded())
                .isFalse();
    }

    @Test
    void whatHasEndedIsNotFollowedUp() {
        assertRefused("request.ended", forwarded(order(null, 1, 1, Ending.CLOSED), 0));
    }

    @Test
    void itHappensWhenTheCitizenWasAskedAndNotWhenThePhoneHadASignalAgain() {
        assertThat(followedUp(ANSWERED.plus(Duration.ofDays(2))).happenedAt().toInstant())
                .isEqualTo(ANSWERED.plus(Duration.ofDays(2)));
    }

    @Test
    void aWatchThatIsMinutesWrongDoesNotMoveItBeforeTheAnswerOrIntoTheFuture() {
        assertThat(followedUp(NOW.plusSeconds(600)).happenedAt().toInstant()).isEqualTo(NOW);
        assertThat(followedUp(ANSWERED.minusSeconds(600)).happenedAt().toInstant())
                .isEqualTo(ANSWERED);
        assertThatThrownBy(() -> followedUp(NOW.plusSeconds(601))).hasMessage("follow-up.time-in-future");
        assertThatThrownBy(() -> followedUp(ANSWERED.minusSeconds(601))).hasMessage("follow-up.before-the-answer");
    }

    @Test
    void whereNobodyIsReachedTheRoundEndsAfterThreeTriesOnDifferentDays() {
        var first = tried(LocalDate.of(2021, 10, 6));
        assertThat(first.concluded()).isFalse();
        assertThat(first.tries()).isEqualTo(1);

        var second = tried(LocalDate.of(2021, 10, 7), LocalDate.of(2021, 10, 6));
        assertThat(second.concluded()).isFalse();

        var third = tried(LocalDate.of(2021, 10, 9), LocalDate.of(2021, 10, 6), LocalDate.of(2021, 10, 7));
        assertThat(third.concluded()).isTrue();
        assertThat(third.solved()).isEqualTo(Answer.NO_ANSWER);
    }

    @Test
    void twoTriesOfOneDayAreOne() {
        var day = LocalDate.of(2021, 10, 6);

        assertThatThrownBy(() -> tried(day, day)).hasMessage("follow-up.tried-that-day");
    }

    @Test
    void whoSaysOneThingAndNotTheOtherWasReached() {
        assertThat(FollowUp.of(answered(), said(Answer.NO_ANSWER, Answer.NO), List.of(), NOW)
                        .concluded())
                .isTrue();
        assertThat(FollowUp.of(answered(), said(Answer.YES, Answer.NO), List.of(), NOW)
                        .tries())
                .isZero();
    }

    private static FollowUp followedUp(Instant at) {
        return FollowUp.of(answered(), new Said(Answer.YES, Answer.YES, at), List.of(), NOW);
    }

    private static FollowUp tried(LocalDate day, LocalDate... before) {
        var said = new Said(
                Answer.NO_ANSWER,
                Answer.NO_ANSWER,
                day.atTime(10, 0).atZone(CountyTime.ZONE).toInstant());
        return FollowUp.of(answered(), said, List.of(before), NOW);
    }

    private static TrackedRequest answered() {
        return forwarded(order("JX01", 1, 1, null), 0);
    }

    private static Said said(Answer solved, Answer satisfied) {
        return new Said(solved, satisfied, NOW);
    }

    private static void assertRefused(String code, TrackedRequest request) {
        assertThatThrownBy(() -> FollowUp.of(request, said(Answer.YES, Answer.YES), List.of(), NOW))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                });
    }
}
