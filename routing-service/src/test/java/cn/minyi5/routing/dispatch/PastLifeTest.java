package cn.minyi5.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.RequestEvent.Brought;
import cn.minyi5.contracts.RequestEvent.History;
import cn.minyi5.contracts.RequestEvent.Step;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.PastStage;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.Transition;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PastLifeTest {

    private static final FirstDispatch TO_WATER = new FirstDispatch(Lives.toWater(), "第8条");
    private static final Origin ORIGIN =
            new Origin(new UUID(0, 2), "GD20261105-000001", Lives.request("GS02"), Lives.NOON, true);

    @Test
    void aLifeIsToldAsFarAsItWent() {
        assertThat(retold(hours(1)).order().state()).isEqualTo(State.AWAITING_SIGN);
        assertThat(retold(hours(1, 2)).order().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(retold(hours(1, 2, 3)).order().state()).isEqualTo(State.REPLY_REVIEW);
        assertThat(retold(hours(1, 2, 3, 4)).order().state()).isEqualTo(State.FOLLOW_UP);
        assertThat(retold(hours(1, 2, 3, 4, 5)).order().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void everyMomentIsTheOriginalOne() {
        var life = retold(hours(1, 2, 3, 4, 5));

        assertThat(life.events())
                .extracting(happened -> happened.at())
                .containsExactly(
                        Lives.NOON,
                        hour(1).toInstant(),
                        hour(2).toInstant(),
                        hour(3).toInstant(),
                        hour(4).toInstant(),
                        hour(5).toInstant());
        assertThat(life.events())
                .allSatisfy(happened -> assertThat(happened.event().imported()).isTrue());
        assertThat(life.order().closedAt()).isEqualTo(hour(5).toInstant());
    }

    @Test
    void momentsThatRunBackwardsAreRefused() {
        assertThatThrownBy(() -> retold(hours(2, 1))).hasMessage("history.out-of-order");
        assertThatThrownBy(() -> retold(hours(-1))).hasMessage("history.out-of-order");
    }

    @Test
    void aReplyWithoutASignatureIsRefusedByTheRulesThemselves() {
        var history = new History(hour(1), null, hour(3), ResultCode.SOLVED, "已解决", null, null, null, null);

        assertThatThrownBy(() -> retold(history)).hasMessage("work-order.wrong-state");
    }

    @Test
    void aReplyOrAnAnswerThatSaysNothingIsRefused() {
        assertThatThrownBy(() -> retold(new History(hour(1), hour(2), hour(3), null, "已解决", null, null, null, null)))
                .hasMessage("history.incomplete");
        assertThatThrownBy(() -> retold(new History(
                        hour(1), hour(2), hour(3), ResultCode.SOLVED, "已解决", hour(4), hour(5), null, Answer.YES)))
                .hasMessage("history.incomplete");
    }

    @Test
    void historyThatNoRuleGivesToADepartmentIsRefused() {
        var nobody = new FirstDispatch(null, "权责清单没有对应条目");

        assertThatThrownBy(() -> new PastLife(hours(1)).retold(ORIGIN, nobody))
                .hasMessage("history.without-department");
    }

    /** Every step that the table allows is tried, and every one that it does not, as deep as a second round's end. */
    @Property(tries = 3000)
    void everyLifeOfTheTableIsRetoldAndWhatTheTableDoesNotHaveIsRefusedWhole(
            @ForAll @Size(max = 14) List<PastStep> steps, @ForAll List<@From("answers") Answer> solved) {
        var stage = PastStage.FORWARDED.after(PastStep.DISPATCH, Answer.YES, "step");
        var told = new ArrayList<Step>();
        var expected = State.AWAITING_SIGN;
        for (int at = 0; at < steps.size(); at++) {
            var said = solved.isEmpty() ? Answer.NO : solved.get(at % solved.size());
            // Mostly what can follow, for a life of blind guesses ends after two steps.
            var step = at % 4 == 3 ? steps.get(at) : possible(stage, steps.get(at));
            if (step == null) {
                break;
            }
            told.add(step(step, at, said));
            try {
                stage = stage.after(step, said, "step");
                expected = stateAfter(step, stage);
            } catch (Refusal impossible) {
                assertThatThrownBy(() -> retold(brought(told))).isInstanceOf(Refusal.class);
                return;
            }
        }

        var order = retold(brought(told)).order();

        assertThat(order.state()).isEqualTo(expected);
        assertThat(order.round()).isEqualTo(stage.round());
        assertThat(order.origin().imported()).isFalse();
    }

    @Provide
    Arbitrary<Answer> answers() {
        return Arbitraries.of(Answer.class);
    }

    private static @Nullable PastStep possible(PastStage stage, PastStep wanted) {
        var next = stage.next().stream().sorted().toList();
        return next.isEmpty() ? null : next.get(wanted.ordinal() % next.size());
    }

    private static State stateAfter(PastStep step, PastStage stage) {
        return switch (step) {
            case DISPATCH, RULE -> State.AWAITING_SIGN;
            case SIGN, REJECT_RETURN, SEND_REPLY_BACK -> State.IN_PROGRESS;
            case RETURN -> stage.returns() > 1 ? State.ARBITRATION : State.RETURN_REVIEW;
            case ACCEPT_RETURN -> State.AWAITING_DISPATCH;
            case REPLY -> State.REPLY_REVIEW;
            case ACCEPT_REPLY -> State.FOLLOW_UP;
            case FOLLOW_UP -> stage.next().isEmpty() ? State.CLOSED : State.AWAITING_SIGN;
        };
    }

    @Test
    void aReturnGoesToTheNextDepartmentAndItsStepsToTheTimeline() {
        var life = retold(brought(List.of(
                step(PastStep.RETURN, 1, Answer.YES),
                step(PastStep.ACCEPT_RETURN, 2, Answer.YES),
                step(PastStep.DISPATCH, 3, Answer.YES))));

        assertThat(life.order().lead()).isEqualTo("JX02");
        assertThat(life.timeline())
                .extracting(line -> line.action().name())
                .containsExactly("OPEN", "DISPATCH", "RETURN", "ACCEPT_RETURN", "DISPATCH");
        var events = life.events();
        assertThat(events.subList(0, events.size() - 1))
                .allSatisfy(happened -> assertThat(happened.event().imported()).isTrue());
        assertThat(events.get(events.size() - 1).event()).isInstanceOf(WorkOrderEvent.WentLive.class);
    }

    @Test
    void whatHappenedAfterTheCutOverIsNoHistory() {
        assertThatThrownBy(() -> retold(brought(List.of(step(PastStep.SIGN, 2000, Answer.YES)))))
                .hasMessage("history.out-of-order");
    }

    @Test
    void whatIsDoneAfterTheHistoryIsHistoryNoMore() {
        var order = retold(hours(1)).order();

        assertThat(order.sign(Deed.automatic(Lives.NOON.plusSeconds(90_000))).events())
                .allSatisfy(happened -> assertThat(happened.event().imported()).isFalse());
    }

    @Test
    void theDepartmentThatIsNamedHasItWhateverTheCatalogueSays() {
        var catalogue = new ResponsibilityCatalogue(1, List.of());

        var first = FirstDispatch.of(ORIGIN.request(), brought(List.of()).brought(), catalogue, "DUCHA");

        assertThat(first.assignment()).isNotNull();
        assertThat(first.assignment().lead()).isEqualTo("JX09");
        assertThat(first.assignment().assisting()).containsExactly("JX08");
    }

    @Test
    void aComplaintAboutOfficialsNeverWentToADepartment() {
        var secret = new Origin(new UUID(0, 2), "GD20261105-000001", Lives.request("ZX02"), Lives.NOON, true);
        var history = brought(List.of(step(PastStep.RETURN, 1, Answer.YES)));

        assertThat(FirstDispatch.of(
                                secret.request(), history.brought(), new ResponsibilityCatalogue(1, List.of()), "DUCHA")
                        .assignment()
                        .lead())
                .isEqualTo("DUCHA");
        assertThatThrownBy(() -> new PastLife(history).retold(secret, TO_WATER)).hasMessage("history.confidential");
    }

    private static Step step(PastStep step, int hour, Answer solved) {
        var at = hour(hour + 2);
        return switch (step) {
            case DISPATCH, RETURN, RULE -> new Step(step, at, "JX02", "说明", null, null, null);
            case REPLY -> new Step(step, at, null, "已更换水表", ResultCode.SOLVED, null, null);
            case FOLLOW_UP -> new Step(step, at, null, null, null, solved, Answer.NO_ANSWER);
            default -> new Step(step, at, null, "说明", null, null, null);
        };
    }

    private static History brought(List<Step> steps) {
        var brought = new Brought(
                new UUID(0, 9), hour(1000), Channel.HOTLINE_12345, "12345-1", "旧-1", "JX09", List.of("JX08"), steps);
        return new History(hour(1), null, null, null, null, null, null, null, null, brought);
    }

    private static Transition retold(History history) {
        return new PastLife(history).retold(ORIGIN, TO_WATER);
    }

    /** Dispatched, signed, replied, accepted and followed up so many hours after it was forwarded. */
    private static History hours(int... hours) {
        var replied = hours.length > 2;
        var followedUp = hours.length > 4;
        return new History(
                hour(hours[0]),
                hourOr(hours, 1),
                hourOr(hours, 2),
                replied ? ResultCode.SOLVED : null,
                replied ? "已更换水表" : null,
                hourOr(hours, 3),
                hourOr(hours, 4),
                followedUp ? Answer.YES : null,
                followedUp ? Answer.NO_ANSWER : null);
    }

    private static @Nullable OffsetDateTime hourOr(int[] hours, int index) {
        return hours.length > index ? hour(hours[index]) : null;
    }

    private static OffsetDateTime hour(int hour) {
        return Lives.NOON.plusSeconds(hour * 3600L).atOffset(ZoneOffset.UTC);
    }
}
