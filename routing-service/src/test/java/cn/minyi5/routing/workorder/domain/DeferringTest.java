package cn.minyi5.routing.workorder.domain;

import static cn.minyi5.routing.workorder.domain.Lives.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.WorkOrderDeferralEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeferringTest {

    private static final WorkOrder IN_PROGRESS = Lives.assisted(Lives.in(State.IN_PROGRESS));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);
    private static final Deed DEED = Lives.DEED;

    @Test
    void moreTimeIsAskedForOnceAtATimeAndCountsOnceTheDeskAgrees() {
        var asking =
                IN_PROGRESS.askForExtension(Lives.IN_TEN_DAYS, "管材到货延迟", DEED).order();
        assertThat(asking.deferral().extension()).isEqualTo(new Extension(Lives.IN_TEN_DAYS, "管材到货延迟", null));
        assertThatThrownBy(() -> asking.askForExtension(Lives.IN_TEN_DAYS, "再次申请", DEED))
                .hasMessage("work-order.extension-asked");

        var granted = asking.grantExtension(null, DEED);

        assertThat(granted.order().deferral().extension()).isEqualTo(new Extension(null, null, Lives.IN_TEN_DAYS));
        assertThat(granted.events().get(0).event())
                .isInstanceOfSatisfying(WorkOrderDeferralEvent.Extended.class, told -> assertThat(told.until())
                        .isEqualTo(Lives.IN_TEN_DAYS));
        assertThat(asking.denyExtension("可先接临时供水", DEED).order().deferral()).isEqualTo(Deferral.NONE);
    }

    @Test
    void theNewDateLiesAheadOfTodayAndOfWhatWasGrantedAndInOurTime() {
        assertRefused("until", () -> IN_PROGRESS.askForExtension(TODAY, "管材到货延迟", DEED));
        assertRefused("until", () -> IN_PROGRESS.askForExtension(TODAY.plusYears(200), "管材到货延迟", DEED));
        var granted = IN_PROGRESS
                .askForExtension(Lives.IN_TEN_DAYS, "管材到货延迟", DEED)
                .then(order -> order.grantExtension(null, DEED))
                .order();
        assertRefused("until", () -> granted.askForExtension(Lives.IN_TEN_DAYS, "管材到货延迟", DEED));
        assertThatThrownBy(() -> granted.askForExtension(
                        Lives.IN_TEN_DAYS.plusDays(20), "管材到货延迟", Lives.at(NOON.plus(Duration.ofDays(11)))))
                .as("the time that was granted is over")
                .hasMessage("work-order.extension-too-late");
    }

    @Test
    void theCitizenHoldsAnOrderTwiceAtMost() {
        var waiting = IN_PROGRESS.beginWaiting("电话约定周末上门", DEED).order();
        assertThat(waiting.holder()).isEqualTo(State.Holder.CITIZEN);
        assertThatThrownBy(() -> waiting.beginWaiting("再约", DEED)).hasMessage("work-order.waiting-already");

        var twice = waiting.endWaiting(null, DEED)
                .then(order -> order.beginWaiting("再约", DEED))
                .then(order -> order.endWaiting(null, DEED))
                .order();

        assertThat(twice.holder()).isEqualTo(State.Holder.LEAD);
        assertThatThrownBy(() -> twice.beginWaiting("再约", DEED)).hasMessage("work-order.waited-enough");
    }

    @Test
    void aReplyAReturnAndASuspensionEndTheWaitingAndSaySo() {
        var waiting = IN_PROGRESS.beginWaiting("电话约定周末上门", DEED).order();

        assertThat(events(waiting.reply(Lives.solved(NOON), DEED)))
                .containsExactly(WorkOrderDeferralEvent.WaitingEnded.class, WorkOrderEvent.Replied.class);
        assertThat(events(waiting.returnBecause(Lives.NOT_OURS, Lives.WINDOW, DEED)))
                .containsExactly(WorkOrderDeferralEvent.WaitingEnded.class, WorkOrderEvent.ReturnRequested.class);
        assertThat(events(Lives.take(Action.PROPOSE_SUSPENSION, waiting).suspend(null, DEED)))
                .containsExactly(WorkOrderDeferralEvent.WaitingEnded.class, WorkOrderDeferralEvent.Suspended.class);
    }

    @Test
    void whatWasAskedForAndNotAnsweredFallsWithTheReplyAndWhatWasGrantedStays() {
        var asking = IN_PROGRESS
                .askForExtension(Lives.IN_TEN_DAYS, "管材到货延迟", DEED)
                .then(order -> order.grantExtension(null, DEED))
                .then(order -> order.askForExtension(Lives.IN_TEN_DAYS.plusDays(5), "雨天", DEED))
                .then(order -> order.proposeSuspension(Suspension.Kind.SEASON, "开春后施工", TODAY.plusDays(90), DEED))
                .order();

        var replied = Lives.take(Action.REPLY, asking);

        assertThat(replied.deferral())
                .isEqualTo(new Deferral(new Extension(null, null, Lives.IN_TEN_DAYS), 0, null, null));
    }

    @Test
    void aSuspensionNeedsAPlanAndADayAheadAndTheOfficesConsent() {
        assertRefused("reviewOn", () -> IN_PROGRESS.proposeSuspension(Suspension.Kind.NO_FUNDS, "列入计划", TODAY, DEED));
        assertRefused(
                "plan", () -> IN_PROGRESS.proposeSuspension(Suspension.Kind.NO_FUNDS, " ", TODAY.plusDays(9), DEED));
        var proposed = Lives.take(Action.PROPOSE_SUSPENSION, IN_PROGRESS);
        assertThat(proposed.state()).isEqualTo(State.IN_PROGRESS);
        assertThatThrownBy(() -> Lives.take(Action.PROPOSE_SUSPENSION, proposed))
                .hasMessage("work-order.suspension-proposed");

        var suspended = proposed.suspend(null, DEED).order();

        assertThat(suspended.holder()).isEqualTo(State.Holder.SUSPENDED);
        assertThat(suspended.deferral().proposed().since()).isEqualTo(NOON);
        assertThat(Lives.take(Action.RESUME, suspended).deferral().suspension()).isNull();
    }

    @Test
    void theNextDispatchBeginsWithNothingPutOff() {
        var waited = IN_PROGRESS
                .beginWaiting("电话约定", DEED)
                .then(order -> order.endWaiting(null, DEED))
                .then(order -> order.returnBecause(Lives.NOT_OURS, Lives.WINDOW, DEED))
                .then(order -> order.acceptReturn(null, DEED))
                .then(order -> order.dispatch(Lives.toWater(), null, DEED))
                .order();

        assertThat(waited.deferral()).isEqualTo(Deferral.NONE);
    }

    private static List<Class<?>> events(Transition step) {
        return step.events().stream()
                .<Class<?>>map(happened -> happened.event().getClass())
                .toList();
    }

    private static void assertRefused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.field())
                .isEqualTo(field));
    }
}
