package cn.minyi5.routing.workorder.domain;

import static cn.minyi5.routing.workorder.domain.Lives.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.WorkOrderDiversionEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that are merged, go to another platform, or are opened again. */
class DiversionTest {

    private static final Deed DEED = Lives.DEED;

    @Test
    void theParentGoesOnForBothAndIsNamed() {
        var parent = Lives.another("GS02");

        var step = Lives.opened().merge(parent, "同一停水问题", DEED);

        assertThat(step.order().state()).isEqualTo(State.MERGED);
        assertThat(step.order().parent())
                .isEqualTo(new Parent(parent.id(), parent.origin().number()));
        assertThat(step.events().get(0).event())
                .isInstanceOfSatisfying(WorkOrderDiversionEvent.Merged.class, told -> assertThat(told.parentRequestId())
                        .isEqualTo(parent.request().requestId()));
    }

    @Test
    void whatWaitedForAnAnswerThatWillNotComeIsAtTheDeskAgainAndSaysWhy() {
        var parent = Lives.take(Action.WITHDRAW, Lives.another("GS02"));

        var step = Lives.in(State.MERGED).unmerge(parent, Deed.automatic(NOON));

        assertThat(step.order().state()).isEqualTo(State.AWAITING_DISPATCH);
        assertThat(step.order().parent()).isNull();
        assertThat(step.order().closedAt()).isNull();
        assertThat(step.timeline()).singleElement().satisfies(line -> assertThat(line.words())
                .isEqualTo("GD20261105-000002：已撤回"));
        assertThat(step.events().get(0).event())
                .isInstanceOfSatisfying(WorkOrderDiversionEvent.Unmerged.class, told -> assertThat(told.parentState())
                        .isEqualTo("WITHDRAWN"));
        assertThat(Lives.take(Action.MERGE, step.order()).state()).isEqualTo(State.MERGED);
    }

    @Test
    void anOrderEndsWithoutAnAnswerUnlessOneWasAcceptedBefore() {
        assertThat(Lives.in(State.NOT_ACCEPTED).endedWithoutAnswer()).isTrue();
        for (var state : List.of(State.IN_PROGRESS, State.FORWARDED_OUT, State.REPLY_REVIEW)) {
            assertThat(Lives.take(Action.WITHDRAW, Lives.in(state)).endedWithoutAnswer())
                    .as(state.name())
                    .isTrue();
        }
        assertThat(Lives.take(Action.WITHDRAW, Lives.in(State.FOLLOW_UP)).endedWithoutAnswer())
                .isFalse();
        assertThat(Lives.in(State.CLOSED).endedWithoutAnswer()).isFalse();
        assertThat(Lives.in(State.MERGED).endedWithoutAnswer()).isFalse();
    }

    @Test
    void whatIsWithdrawnAfterItWasMergedHasNoParentAnyLonger() {
        var withdrawn = Lives.take(Action.WITHDRAW, Lives.in(State.MERGED));

        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        assertThat(withdrawn.parent()).isNull();
    }

    @Test
    void aParentIsAnotherOpenOrderThatIsNotConfidentialSoThatNoChainComesAbout() {
        var order = Lives.opened();
        var merged = Lives.another("GS02")
                .merge(Lives.in(State.IN_PROGRESS), "同一问题", DEED)
                .order();

        assertThatThrownBy(() -> order.merge(order, "同一问题", DEED)).hasMessage("work-order.parent-is-itself");
        assertThatThrownBy(() -> order.merge(merged, "同一问题", DEED)).hasMessage("work-order.parent-not-open");
        assertThatThrownBy(() -> order.merge(Lives.another("ZX02"), "同一问题", DEED))
                .hasMessage("work-order.parent-unknown");
        assertThatThrownBy(() -> order.merge(Lives.another("GS02"), " ", DEED))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.field()).isEqualTo("reason"));
    }

    @Test
    void aConfidentialOrderIsNeitherMergedNorForwarded() {
        var confidential = Lives.in(State.AWAITING_DISPATCH, "ZX02");

        assertThatThrownBy(() -> confidential.merge(Lives.another("GS02"), "同一问题", DEED))
                .hasMessage("work-order.confidential");
        assertThatThrownBy(() -> confidential.forwardOut("12345-1", "属市级", DEED))
                .hasMessage("work-order.confidential");
    }

    @Test
    void whatAnotherPlatformAnswersIsFollowedUpAndGoesBackToTheDeskIfItDidNotHelp() {
        var answered = Lives.in(State.FORWARDED_OUT)
                .answerOutside(ResultCode.SOLVED, "已维修", DEED)
                .order();
        assertThat(answered.state()).isEqualTo(State.FOLLOW_UP);
        assertThat(answered.given().acceptedAt()).isEqualTo(NOON);

        var again = answered.followUp(1, Answer.NO, Answer.NO, DEED, NOON);

        assertThat(again.order().state()).isEqualTo(State.AWAITING_DISPATCH);
        assertThat(again.order().round()).isEqualTo(2);
        assertThat(again.order().forwarding()).isNull();
        assertThat(again.events()).singleElement().satisfies(told -> assertThat(told.event())
                .isInstanceOfSatisfying(WorkOrderEvent.Reworked.class, reworked -> assertThat(reworked.department())
                        .isNull()));
        assertThat(answered.followUp(1, Answer.YES, Answer.YES, DEED, NOON)
                        .order()
                        .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void anAnswerFromOutsideNeedsItsResultAndItsText() {
        var forwarded = Lives.in(State.FORWARDED_OUT);

        assertThatThrownBy(() -> forwarded.answerOutside(null, "已维修", DEED)).hasMessage("words.missing");
        assertThatThrownBy(() -> forwarded.answerOutside(ResultCode.SOLVED, null, DEED))
                .hasMessage("words.missing");
        assertThatThrownBy(() -> forwarded.takeBack(null, DEED)).hasMessage("words.missing");
        assertThatThrownBy(() -> Lives.opened().forwardOut("第1号", "属市级", DEED))
                .hasMessage("external-order.number-malformed");
    }

    @Test
    void whatIsTakenBackIsAtTheDeskAgainAndItsNumberIsFree() {
        var back = Lives.take(Action.TAKE_BACK, Lives.in(State.FORWARDED_OUT));

        assertThat(back.forwarding()).isNull();
        assertThat(Lives.take(Action.DISPATCH, back).state()).isEqualTo(State.AWAITING_SIGN);
    }

    @Test
    void whatIsOpenedAgainBeginsItsNextRoundWithTheSameDepartment() {
        var step = Lives.in(State.CLOSED).reopen("修好三天后又停水", Lives.WINDOWS, DEED);

        assertThat(step.order().state()).isEqualTo(State.AWAITING_SIGN);
        assertThat(step.order().round()).isEqualTo(2);
        assertThat(step.order().lead()).isEqualTo(Lives.WATER);
        assertThat(step.order().closedAt()).isNull();
        assertThat(step.events())
                .extracting(told -> (Object) told.event().getClass())
                .containsExactly(WorkOrderEvent.Reopened.class, WorkOrderEvent.Dispatched.class);
    }

    @Test
    void theReopenWindowIncludesItsLastMoment() {
        var closed = Lives.in(State.CLOSED);
        var last = NOON.plus(Duration.ofDays(30));

        assertThat(closed.reopen("又停水", Lives.WINDOWS, Lives.at(last)).order().state())
                .isEqualTo(State.AWAITING_SIGN);
        assertThatThrownBy(() -> closed.reopen("又停水", Lives.WINDOWS, Lives.at(last.plusNanos(1))))
                .hasMessage("work-order.reopen-window-closed");
    }

    @Test
    void minutesWithoutAHolderLieBetweenAClosingAndAReopeningAlone() {
        var later = NOON.plusSeconds(600);
        var life = Lives.take(Action.OPEN, Lives.opened(), Lives.toWater(), Answer.YES, DEED)
                .then(order -> order.dispatch(Assignment.byPerson(Lives.WATER, List.of()), null, DEED))
                .then(order -> order.sign(DEED))
                .then(order -> order.reply(Lives.solved(NOON), DEED))
                .then(order -> order.acceptReply(null, DEED))
                .then(order -> order.followUp(1, Answer.YES, Answer.YES, DEED, NOON))
                .then(order -> order.reopen("又停水", Lives.WINDOWS, Lives.at(later)));

        assertThat(Holdings.of(life.timeline(), later.plusSeconds(60)))
                .containsExactly(
                        new Holdings.Held(State.Holder.NOBODY, null, NOON, later),
                        new Holdings.Held(State.Holder.LEAD, Lives.WATER, later, later.plusSeconds(60)));
    }
}
