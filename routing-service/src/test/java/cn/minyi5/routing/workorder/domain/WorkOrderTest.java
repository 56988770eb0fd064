package cn.minyi5.routing.workorder.domain;

import static cn.minyi5.routing.workorder.domain.Lives.NOON;
import static cn.minyi5.routing.workorder.domain.Lives.WATER;
import static cn.minyi5.routing.workorder.domain.Lives.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkOrderTest {

    private static final Assignment TO_ROADS = Assignment.byPerson("roads", List.of());

    @Test
    void onlyTheLeadSignsReturnsAndReplies() {
        var awaiting = Lives.in(State.AWAITING_SIGN);

        assertThatThrownBy(() -> awaiting.sign("roads", NOON)).hasMessage("work-order.not-the-lead");
        assertThatThrownBy(() -> awaiting.returnBecauseNotOurs("roads", NOON, WINDOW))
                .hasMessage("work-order.not-the-lead");
        assertThatThrownBy(() -> Lives.in(State.IN_PROGRESS).reply("roads", Lives.solved(NOON)))
                .hasMessage("work-order.not-the-lead");
    }

    @Test
    void theReturnWindowIncludesItsLastMoment() {
        var awaiting = Lives.in(State.AWAITING_SIGN);
        var last = NOON.plus(WINDOW);

        assertThat(awaiting.returnBecauseNotOurs(WATER, last, WINDOW).state()).isEqualTo(State.RETURN_REVIEW);
        assertThatThrownBy(() -> awaiting.returnBecauseNotOurs(WATER, last.plusNanos(1), WINDOW))
                .hasMessage("work-order.return-window-closed");
    }

    @Test
    void anAcceptedReturnLeavesTheOrderToTheDeskAlone() {
        var returned = Lives.in(State.RETURN_REVIEW).acceptReturn();

        assertThat(returned.lead()).isNull();
        assertThat(returned.since()).isEqualTo(returned.origin().openedAt());
        assertThat(returned.dispatch(TO_ROADS, NOON).dispatches()).isEqualTo(2);
    }

    @Test
    void whoReturnedWithoutSigningHasSignedWhenTheReturnIsRejected() {
        var rejectedAt = NOON.plusSeconds(60);

        assertThat(Lives.in(State.RETURN_REVIEW)
                        .rejectReturn(rejectedAt)
                        .inForce()
                        .signedAt())
                .isEqualTo(rejectedAt);
        assertThat(Lives.in(State.IN_PROGRESS)
                        .returnBecauseNotOurs(WATER, NOON, WINDOW)
                        .rejectReturn(rejectedAt)
                        .inForce()
                        .signedAt())
                .isEqualTo(NOON);
    }

    @Test
    void theSecondReturnGoesToArbitrationWhoeverReturns() {
        var byTheSame = Lives.in(State.RETURN_REVIEW).rejectReturn(NOON).returnBecauseNotOurs(WATER, NOON, WINDOW);
        var byAnother = Lives.in(State.RETURN_REVIEW)
                .acceptReturn()
                .dispatch(TO_ROADS, NOON)
                .returnBecauseNotOurs("roads", NOON, WINDOW);

        assertThat(byTheSame.state()).isEqualTo(State.ARBITRATION);
        assertThat(byAnother.state()).isEqualTo(State.ARBITRATION);
    }

    @Test
    void whatHasBeenRuledCannotBeReturnedAgain() {
        var ruled = Lives.in(State.ARBITRATION).rule(TO_ROADS, NOON);

        assertThat(ruled.dispatches()).isEqualTo(2);
        assertThatThrownBy(() -> ruled.returnBecauseNotOurs("roads", NOON, WINDOW))
                .hasMessage("work-order.ruled-already");
    }

    @Test
    void aReplyThatIsSentBackIsNoReply() {
        var sentBack = Lives.in(State.REPLY_REVIEW).sendReplyBack();

        assertThat(sentBack.reply()).isNull();
        assertThat(sentBack.inForce().signedAt()).isEqualTo(NOON);
    }

    @Test
    void unsolvedMeansAnotherRoundAtTheSameDepartment() {
        var again = Lives.in(State.FOLLOW_UP).followUp(1, Answer.NO, NOON.plusSeconds(9));

        assertThat(again.state()).isEqualTo(State.AWAITING_SIGN);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.dispatches()).isEqualTo(2);
        assertThat(again.inForce()).isEqualTo(Dispatch.to(Lives.toWater(), NOON.plusSeconds(9)));
        assertThat(again.reply()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"YES", "NO_ANSWER"})
    void anyOtherAnswerClosesTheOrder(Answer solved) {
        var closed = Lives.in(State.FOLLOW_UP).followUp(1, solved, NOON);

        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.closedAt()).isEqualTo(NOON);
    }

    @Test
    void anAnswerAboutAnotherRoundIsRefused() {
        assertThatThrownBy(() -> Lives.in(State.FOLLOW_UP).followUp(2, Answer.YES, NOON))
                .hasMessage("work-order.other-round");
    }

    @Test
    void aReplySaysWhatCameOfItAndHowTheCitizenWasSpokenTo() {
        assertThatThrownBy(() -> Reply.of(ResultCode.SOLVED, " ", "电话", NOON)).hasMessage("words.missing");
        assertThatThrownBy(() -> Reply.of(ResultCode.SOLVED, "已解决", "", NOON)).hasMessage("words.missing");
        assertThatThrownBy(() -> Reply.of(ResultCode.SOLVED, "水".repeat(4001), "电话", NOON))
                .hasMessage("words.too-long");
        assertThat(Reply.of(ResultCode.SOLVED, "水".repeat(4000), "电话", NOON).text())
                .hasSize(4000);
    }

    @Test
    void aLeadDoesNotAssistItself() {
        assertThat(Assignment.byPerson(WATER, List.of("roads", WATER, "roads")).assisting())
                .containsExactly("roads");
    }
}
