package cn.minyi5.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.RequestEvent.History;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.Transition;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
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
