package cn.minyi5.routing.workorder.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkOrderStepsTest {

    private static final Instant LATER = Lives.NOON.plusSeconds(90);
    private static final WorkOrderSteps STEPS = new WorkOrderSteps("someone", LATER);

    @Test
    void everyEventHappensAtTheMomentOfItsStep() {
        var step = STEPS.sign(Lives.in(State.AWAITING_SIGN), Lives.WATER);

        assertThat(step.announcements()).extracting(Step.Announcement::at).containsExactly(LATER);
        assertThat(step.timeline()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.SIGN);
            assertThat(entry.by()).isEqualTo("someone");
            assertThat(entry.at()).isEqualTo(LATER);
        });
    }

    @Test
    void stepsInARowAddUp() {
        var life = STEPS.dispatch(Lives.opened(), Lives.toWater(), null)
                .then(order -> new WorkOrderSteps("clerk", LATER.plusSeconds(1)).sign(order, Lives.WATER));

        assertThat(life.order().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(events(life)).containsExactly(WorkOrderEvent.Dispatched.class, WorkOrderEvent.Signed.class);
        assertThat(life.announcements()).extracting(Step.Announcement::at).containsExactly(LATER, LATER.plusSeconds(1));
    }

    @Test
    void aSecondReturnAsksForArbitrationToo() {
        var again = Lives.in(State.RETURN_REVIEW).rejectReturn(LATER);

        var step = STEPS.returnBecauseNotOurs(again, Lives.WATER, new NotOurs("不归我们管", null, null), Lives.WINDOW);

        assertThat(events(step))
                .containsExactly(WorkOrderEvent.ReturnRequested.class, WorkOrderEvent.ArbitrationRequested.class);
    }

    @Test
    void aRejectedReturnTellsOfASignatureOnlyWhereThereWasNone() {
        var signedBefore = Lives.in(State.IN_PROGRESS).returnBecauseNotOurs(Lives.WATER, Lives.NOON, Lives.WINDOW);

        assertThat(events(STEPS.rejectReturn(Lives.in(State.RETURN_REVIEW), "职责范围内")))
                .containsExactly(WorkOrderEvent.ReturnRejected.class, WorkOrderEvent.Signed.class);
        assertThat(events(STEPS.rejectReturn(signedBefore, "职责范围内")))
                .containsExactly(WorkOrderEvent.ReturnRejected.class);
    }

    @Test
    void aRulingEndsTheRunOfTheDepartmentThatReturnedAndBeginsTheNext() {
        var step = STEPS.rule(Lives.in(State.ARBITRATION), Assignment.byPerson("roads", List.of()), "会商纪要");

        assertThat(step.announcements().get(0).event())
                .isEqualTo(new WorkOrderEvent.Ruled(step.order().id(), 1, 1, Lives.WATER, "会商纪要", false));
        assertThat(step.announcements().get(1).event())
                .isInstanceOfSatisfying(WorkOrderEvent.Dispatched.class, dispatched -> {
                    assertThat(dispatched.dispatchNo()).isEqualTo(2);
                    assertThat(dispatched.lead()).isEqualTo("roads");
                    assertThat(dispatched.rule()).isNull();
                });
    }

    @Test
    void reworkIsToldInTheNewRoundAndFollowedByADispatch() {
        var step = STEPS.followUp(Lives.in(State.FOLLOW_UP), 1, Answer.NO, Answer.NO_ANSWER);

        assertThat(events(step)).containsExactly(WorkOrderEvent.Reworked.class, WorkOrderEvent.Dispatched.class);
        assertThat(((WorkOrderEvent.Reworked) step.announcements().get(0).event()).round())
                .isEqualTo(2);
    }

    @Test
    void numbersThatLeadToAPersonStayInTheOrderAndOutOfTheEvents() {
        var reply = Reply.of(ResultCode.EXPLAINED, "已电话13812345678告知", "打了13812345678", LATER);

        var step = STEPS.reply(Lives.in(State.IN_PROGRESS), Lives.WATER, reply);

        assertThat(step.order().given().text()).contains("13812345678");
        assertThat(step.announcements().get(0).event().toString())
                .contains("已电话")
                .doesNotContain("13812345678");
    }

    @Test
    void aReturnNeedsItsReasonInWriting() {
        assertThatThrownBy(() -> new NotOurs(" ", null, null)).hasMessage("words.missing");
        assertThatThrownBy(() -> new NotOurs("水".repeat(1001), null, null)).hasMessage("words.too-long");
    }

    private static List<Class<?>> events(Step step) {
        return step.announcements().stream()
                .<Class<?>>map(announcement -> announcement.event().getClass())
                .toList();
    }
}
