package cn.minyi5.intake.followup.domain;

import static cn.minyi5.intake.request.domain.Known.forwarded;
import static cn.minyi5.intake.request.domain.Known.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.KnownWorkOrder.Ending;
import cn.minyi5.intake.request.domain.TrackedRequest;
import org.junit.jupiter.api.Test;

class FollowUpRuleTest {

    @Test
    void anAnsweredRequestIsFollowedUpInTheRoundOfItsAnswer() {
        var followUp = FollowUp.of(forwarded(order("JX01", 2, 2, null), 1), Answer.YES, Answer.NO_ANSWER);

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
    void whatHasEndedIsNotFollowedUp() {
        assertRefused("request.ended", forwarded(order(null, 1, 1, Ending.CLOSED), 0));
    }

    private static void assertRefused(String code, TrackedRequest request) {
        assertThatThrownBy(() -> FollowUp.of(request, Answer.YES, Answer.YES))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                });
    }
}
