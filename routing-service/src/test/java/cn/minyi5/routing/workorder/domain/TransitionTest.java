package cn.minyi5.routing.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionTest {

    private static final Instant LATER = Lives.NOON.plusSeconds(90);
    private static final Deed DEED = Lives.at(LATER);

    @Test
    void everyEventHappensAtTheMomentOfItsStep() {
        var step = Lives.in(State.AWAITING_SIGN).sign(DEED);

        assertThat(step.events()).extracting(Transition.Happened::at).containsExactly(LATER);
        assertThat(step.timeline()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.SIGN);
            assertThat(entry.by()).isEqualTo("someone");
            assertThat(entry.at()).isEqualTo(LATER);
        });
    }

    @Test
    void stepsInARowAddUp() {
        var life = Lives.opened()
                .dispatch(Lives.toWater(), null, DEED)
                .then(order -> order.sign(Lives.at(LATER.plusSeconds(1))));

        assertThat(life.order().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(events(life)).containsExactly(WorkOrderEvent.Dispatched.class, WorkOrderEvent.Signed.class);
        assertThat(life.events()).extracting(Transition.Happened::at).containsExactly(LATER, LATER.plusSeconds(1));
    }

    @Test
    void theEventsOfAnOrderAreCountedUpAlsoThoseOfOneStep() {
        var life = Lives.in(State.AWAITING_SIGN)
                .returnBecause(Lives.NOT_OURS, Lives.WINDOW, DEED)
                .then(order -> order.rejectReturn("属于职责范围", DEED))
                .then(order -> order.returnBecause(Lives.NOT_OURS, Lives.WINDOW, DEED));
        var again = Lives.in(State.FOLLOW_UP).followUp(1, Answer.NO, Answer.NO, DEED, LATER);

        for (var step : List.of(life, again)) {
            assertThat(step.events()).hasSizeGreaterThan(1);
            assertThat(step.events())
                    .extracting(Transition.Happened::sequence)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }

    @Test
    void aFollowUpIsTooEarlyWhileTheAnswerToItsRoundMayStillCome() {
        assertThat(Lives.in(State.AWAITING_SIGN).isBeforeFollowUp(1)).isTrue();
        assertThat(Lives.in(State.FOLLOW_UP).isBeforeFollowUp(1)).isFalse();
        assertThat(Lives.in(State.FOLLOW_UP).isBeforeFollowUp(2)).isTrue();
        assertThat(Lives.in(State.CLOSED).isBeforeFollowUp(1)).isFalse();
        assertThat(Lives.in(State.NOT_ACCEPTED).isBeforeFollowUp(1)).isFalse();
    }

    @Test
    void aSecondReturnAsksForArbitrationToo() {
        var again = Lives.take(Action.REJECT_RETURN, Lives.in(State.RETURN_REVIEW));

        var step = again.returnBecause(Lives.NOT_OURS, Lives.WINDOW, DEED);

        assertThat(events(step))
                .containsExactly(WorkOrderEvent.ReturnRequested.class, WorkOrderEvent.ArbitrationRequested.class);
    }

    @Test
    void whatWasSaidLastStaysWithTheOrderWithoutWhatLeadsToAPerson() {
        var said = new NotOurs("已电话13812345678告知", "第9条，见13812345678", "roads");

        var kept = Lives.in(State.IN_PROGRESS)
                .returnBecause(said, Lives.WINDOW, DEED)
                .then(order -> order.rejectReturn("职责范围内", DEED))
                .order()
                .dispute()
                .because();

        assertThat(kept).isNotNull();
        assertThat(kept.suggestedDepartment()).isEqualTo("roads");
        assertThat(kept.reason()).contains("已电话").doesNotContain("13812345678");
        assertThat(kept.clause()).contains("第9条").doesNotContain("13812345678");
    }

    @Test
    void aReturnTellsOfASignatureOnlyWhereThereWasNoneAndItsRejectionOfNone() {
        var unsigned = Lives.in(State.AWAITING_SIGN).returnBecause(Lives.NOT_OURS, Lives.WINDOW, DEED);
        var signedBefore = Lives.in(State.IN_PROGRESS).returnBecause(Lives.NOT_OURS, Lives.WINDOW, DEED);

        assertThat(events(unsigned)).containsExactly(WorkOrderEvent.ReturnRequested.class, WorkOrderEvent.Signed.class);
        assertThat(events(signedBefore)).containsExactly(WorkOrderEvent.ReturnRequested.class);
        assertThat(events(unsigned.order().rejectReturn("职责范围内", DEED)))
                .containsExactly(WorkOrderEvent.ReturnRejected.class);
    }

    @Test
    void aWithdrawalTellsWhoIsRidOfItAndWhyWithoutNumbers() {
        var step = Lives.in(State.IN_PROGRESS).withdraw("本人13812345678已修好", DEED);

        assertThat(step.order().state()).isEqualTo(State.WITHDRAWN);
        assertThat(step.order().closedAt()).isEqualTo(LATER);
        assertThat(step.events()).singleElement().satisfies(told -> assertThat(told.event())
                .isInstanceOfSatisfying(WorkOrderEvent.Withdrawn.class, withdrawn -> {
                    assertThat(withdrawn.department()).isEqualTo(Lives.WATER);
                    assertThat(withdrawn.reason()).isEqualTo("本人***已修好");
                }));
        assertThat(((WorkOrderEvent.Withdrawn) Lives.opened()
                                .withdraw("不办了", DEED)
                                .events()
                                .get(0)
                                .event())
                        .department())
                .isNull();
    }

    @Test
    void aRulingEndsTheRunOfTheDepartmentThatReturnedAndBeginsTheNext() {
        var step = Lives.in(State.ARBITRATION).rule("roads", "会商纪要", DEED);

        assertThat(step.events().get(0).event())
                .isEqualTo(new WorkOrderEvent.Ruled(step.order().id(), 1, 1, Lives.WATER, "会商纪要", false));
        assertThat(step.events().get(1).event()).isInstanceOfSatisfying(WorkOrderEvent.Dispatched.class, dispatched -> {
            assertThat(dispatched.dispatchNo()).isEqualTo(2);
            assertThat(dispatched.lead()).isEqualTo("roads");
            assertThat(dispatched.rule()).isNull();
        });
    }

    @Test
    void reworkIsToldInTheNewRoundAndFollowedByADispatch() {
        var step = Lives.in(State.FOLLOW_UP).followUp(1, Answer.NO, Answer.NO_ANSWER, DEED, LATER);

        assertThat(events(step)).containsExactly(WorkOrderEvent.Reworked.class, WorkOrderEvent.Dispatched.class);
        assertThat(((WorkOrderEvent.Reworked) step.events().get(0).event()).round())
                .isEqualTo(2);
    }

    @Test
    void whatWasSaidAtTheDoorCountsFromThenAndTheNextRoundFromWhenItWasHeard() {
        var heard = LATER.plusSeconds(7200);

        var step = Lives.in(State.FOLLOW_UP).followUp(1, Answer.NO, Answer.NO, DEED, heard);

        assertThat(step.events()).extracting(Transition.Happened::at).containsExactly(LATER, heard);
        assertThat(step.order().inForce().at()).isEqualTo(heard);
        assertThat(step.timeline().get(0).at()).isEqualTo(LATER);
    }

    @Test
    void noFollowUpLiesBeforeTheAnswerThatItIsAbout() {
        var step = Lives.in(State.FOLLOW_UP)
                .followUp(1, Answer.YES, Answer.YES, Lives.at(Lives.NOON.minusSeconds(60)), LATER);

        assertThat(step.order().closedAt()).isEqualTo(Lives.NOON);
        assertThat(step.events()).extracting(Transition.Happened::at).containsExactly(Lives.NOON);
    }

    @Test
    void numbersThatLeadToAPersonAreNeitherKeptNorTold() {
        var reply = Reply.of(ResultCode.EXPLAINED, "已电话13812345678告知", "打了13812345678", LATER);

        var step = Lives.assisted(Lives.in(State.IN_PROGRESS)).reply(reply, DEED);

        assertThat(step.order().given().text()).contains("已电话").doesNotContain("13812345678");
        assertThat(step.order().given().contactLog()).contains("打了").doesNotContain("13812345678");
        assertThat(step.timeline().toString()).contains("已电话").doesNotContain("13812345678");
        assertThat(step.events().get(0).event().toString()).contains("已电话").doesNotContain("13812345678");
    }

    @Test
    void aReturnNeedsItsReasonInWriting() {
        assertThatThrownBy(() -> new NotOurs(" ", "第9条", "roads")).hasMessage("words.missing");
        assertThatThrownBy(() -> new NotOurs("水".repeat(1001), "第9条", "roads")).hasMessage("words.too-long");
    }

    @ParameterizedTest
    @CsvSource({"'', 第9条, roads, reason", "不归我们管, '', roads, clause", "不归我们管, 第9条, '', suggestedDepartment"})
    void aReturnNeedsReasonClauseAndSuggestedOwnerAllThree(
            String reason, String clause, String suggested, String missing) {
        assertThatThrownBy(() -> new NotOurs(reason, clause, suggested))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.field()).isEqualTo(missing));
    }

    private static List<Class<?>> events(Transition step) {
        return step.events().stream()
                .<Class<?>>map(happened -> happened.event().getClass())
                .toList();
    }
}
