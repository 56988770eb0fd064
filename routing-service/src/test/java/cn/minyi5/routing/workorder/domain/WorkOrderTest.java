package cn.minyi5.routing.workorder.domain;

import static cn.minyi5.routing.workorder.domain.Lives.NOON;
import static cn.minyi5.routing.workorder.domain.Lives.WATER;
import static cn.minyi5.routing.workorder.domain.Lives.WINDOW;
import static cn.minyi5.routing.workorder.domain.Lives.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkOrderTest {

    private static final Assignment TO_ROADS = Assignment.byPerson("roads", List.of());

    @Test
    void onlyTheLeadSignsReturnsAndReplies() {
        var awaiting = Lives.in(State.AWAITING_SIGN);
        var desk = new Deed("desk", Set.of(Party.DESK), NOON);

        assertThatThrownBy(() -> awaiting.sign(desk)).hasMessage("work-order.not-the-lead");
        assertThatThrownBy(() -> awaiting.returnBecause(Lives.NOT_OURS, WINDOW, desk))
                .hasMessage("work-order.not-the-lead");
        assertThatThrownBy(() -> Lives.in(State.IN_PROGRESS).reply(Lives.solved(NOON), desk))
                .hasMessage("work-order.not-the-lead");
    }

    @Test
    void onlyTheDeskReviewsRepliesAndReturns() {
        var lead = new Deed("clerk", Set.of(Party.LEAD), NOON);

        assertThatThrownBy(() -> Lives.in(State.REPLY_REVIEW).acceptReply(null, lead))
                .hasMessage("work-order.not-the-desk");
        assertThatThrownBy(() -> Lives.in(State.RETURN_REVIEW).acceptReturn(null, lead))
                .hasMessage("work-order.not-the-desk");
    }

    @Test
    void whatIsAllowedIsWhatTheTableSaysForThatPartyAndWhatTheOrdersPastLeaves() {
        var lead = Set.of(Party.LEAD);
        var awaiting = Lives.in(State.AWAITING_SIGN);
        var ruled = Lives.take(Action.RULE, Lives.in(State.ARBITRATION));

        assertThat(awaiting.allowed(lead, NOON, WINDOWS)).containsExactly(Action.SIGN, Action.RETURN);
        assertThat(awaiting.allowed(lead, Lives.WINDOW_CLOSES.plusNanos(1), WINDOWS))
                .as("the return window is over")
                .containsExactly(Action.SIGN);
        assertThat(ruled.allowed(lead, NOON, WINDOWS)).as("ruled").containsExactly(Action.SIGN);
        assertThat(awaiting.allowed(Set.of(Party.DESK), NOON, WINDOWS)).isEmpty();
        assertThat(Lives.opened().allowed(Set.of(Party.DESK), NOON, WINDOWS))
                .containsExactly(Action.DISPATCH, Action.REFUSE, Action.MERGE, Action.FORWARD_OUT);
    }

    @Test
    void theReturnWindowIncludesItsLastMoment() {
        var awaiting = Lives.in(State.AWAITING_SIGN);
        var last = Lives.WINDOW_CLOSES;

        assertThat(awaiting.returnBecause(Lives.NOT_OURS, WINDOW, Lives.at(last))
                        .order()
                        .state())
                .isEqualTo(State.RETURN_REVIEW);
        assertThatThrownBy(() -> awaiting.returnBecause(Lives.NOT_OURS, WINDOW, Lives.at(last.plusNanos(1))))
                .hasMessage("work-order.return-window-closed");
    }

    @Test
    void theReturnWindowCountsNoNightNoNoonAndNoWeekend() {
        var friday = Instant.parse("2026-11-06T08:00:00Z");
        var dispatched =
                Lives.opened().dispatch(Lives.toWater(), null, Lives.at(friday)).order();
        var monday = Instant.parse("2026-11-09T03:00:00Z");
        var lead = Set.of(Party.LEAD);

        assertThat(dispatched.allowed(lead, monday, WINDOWS)).contains(Action.RETURN);
        assertThat(dispatched.allowed(lead, monday.plusNanos(1), WINDOWS)).doesNotContain(Action.RETURN);
    }

    @Test
    void whereTheCalendarHasNoDataTheReturnWindowStaysOpenAndIsNotGuessed() {
        var unknown = new ReturnWindow(Duration.ofHours(4), new WorkingCalendar(List.of()));
        var muchLater = NOON.plus(Duration.ofDays(9));

        assertThat(Lives.in(State.AWAITING_SIGN)
                        .returnBecause(Lives.NOT_OURS, unknown, Lives.at(muchLater))
                        .order()
                        .state())
                .isEqualTo(State.RETURN_REVIEW);
    }

    @Test
    void anAcceptedReturnLeavesTheOrderToTheDeskAlone() {
        var returned = Lives.take(Action.ACCEPT_RETURN, Lives.in(State.RETURN_REVIEW));

        assertThat(returned.lead()).isNull();
        assertThat(returned.since()).isEqualTo(returned.origin().openedAt());
        assertThat(Lives.take(Action.DISPATCH, returned).dispatches()).isEqualTo(2);
    }

    @Test
    void toReturnIsToHaveReceivedAndARejectionDoesNotMoveTheSignature() {
        var returnedAt = NOON.plusSeconds(60);
        var unsigned = Lives.in(State.AWAITING_SIGN)
                .returnBecause(Lives.NOT_OURS, WINDOW, Lives.at(returnedAt))
                .order();
        var signedBefore = Lives.in(State.IN_PROGRESS)
                .returnBecause(Lives.NOT_OURS, WINDOW, Lives.at(returnedAt))
                .order();

        assertThat(unsigned.inForce().signedAt()).isEqualTo(returnedAt);
        assertThat(rejected(unsigned, NOON.plusSeconds(90)).inForce().signedAt())
                .isEqualTo(returnedAt);
        assertThat(rejected(signedBefore, NOON.plusSeconds(90)).inForce().signedAt())
                .isEqualTo(NOON);
    }

    private static WorkOrder rejected(WorkOrder returned, Instant at) {
        return returned.rejectReturn("职责范围内", Lives.at(at)).order();
    }

    @Test
    void theSecondReturnGoesToArbitrationWhoeverReturns() {
        var byTheSame = Lives.take(Action.RETURN, rejected(Lives.in(State.RETURN_REVIEW), NOON));
        var acceptedReturn = Lives.take(Action.ACCEPT_RETURN, Lives.in(State.RETURN_REVIEW));
        var byAnother = Lives.take(
                Action.RETURN,
                acceptedReturn.dispatch(TO_ROADS, null, Lives.DEED).order());

        assertThat(byTheSame.state()).isEqualTo(State.ARBITRATION);
        assertThat(byAnother.state()).isEqualTo(State.ARBITRATION);
    }

    @Test
    void whatHasBeenRuledCannotBeReturnedAgain() {
        var ruled = Lives.take(Action.RULE, Lives.in(State.ARBITRATION));

        assertThat(ruled.dispatches()).isEqualTo(2);
        assertThatThrownBy(() -> Lives.take(Action.RETURN, ruled)).hasMessage("work-order.ruled-already");
    }

    @Test
    void aReplyThatIsSentBackIsNoReply() {
        var sentBack = Lives.take(Action.SEND_REPLY_BACK, Lives.in(State.REPLY_REVIEW));

        assertThat(sentBack.reply()).isNull();
        assertThat(sentBack.inForce().signedAt()).isEqualTo(NOON);
    }

    @Test
    void unsolvedMeansAnotherRoundAtTheSameDepartment() {
        var again = Lives.in(State.FOLLOW_UP)
                .followUp(1, Answer.NO, Answer.NO, Lives.at(NOON.plusSeconds(9)), NOON.plusSeconds(9))
                .order();

        assertThat(again.state()).isEqualTo(State.AWAITING_SIGN);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.dispatches()).isEqualTo(2);
        assertThat(again.inForce()).isEqualTo(Dispatch.to(Lives.toWater(), NOON.plusSeconds(9)));
        assertThat(again.reply()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"YES", "NO_ANSWER"})
    void anyOtherAnswerClosesTheOrder(Answer solved) {
        var closed = Lives.in(State.FOLLOW_UP)
                .followUp(1, solved, Answer.NO_ANSWER, Lives.DEED, NOON)
                .order();

        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.closedAt()).isEqualTo(NOON);
    }

    @Test
    void anAnswerAboutAnotherRoundIsRefused() {
        assertThatThrownBy(() -> Lives.in(State.FOLLOW_UP).followUp(2, Answer.YES, Answer.YES, Lives.DEED, NOON))
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
