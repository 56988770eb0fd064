package cn.minyi5.routing.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.WorkOrderPartEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.AssistingPart.Standing;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class AssistingTest {

    private static final Deed ROADS = Lives.DEED.of(Lives.ROADS);
    private static final Deed LEAD = Lives.DEED.of(Lives.WATER);

    @Test
    void aPartIsSignedHandedInSentBackHandedInAgainAndConfirmed() {
        var life = Lives.in(State.AWAITING_SIGN)
                .signPart(Lives.ROADS, ROADS)
                .then(order -> order.sign(LEAD))
                .then(order -> order.handInPart(Lives.ROADS, "路面已修复", ROADS))
                .then(order -> order.sendPartBack(Lives.ROADS, "未附照片", LEAD))
                .then(order -> order.handInPart(Lives.ROADS, "已附照片", ROADS));
        assertThatThrownBy(() -> life.order().reply(Lives.solved(Lives.NOON), LEAD))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.details())
                        .containsEntry("departments", List.of(Lives.ROADS)));

        var confirmed = life.then(order -> order.confirmPart(Lives.ROADS, null, LEAD));

        assertThat(confirmed.order().parts().all())
                .containsExactly(new AssistingPart(Lives.ROADS, Standing.CONFIRMED, Lives.NOON, "已附照片"));
        assertThat(confirmed
                        .order()
                        .reply(Lives.solved(Lives.NOON), LEAD)
                        .order()
                        .state())
                .isEqualTo(State.REPLY_REVIEW);
        assertThat(confirmed.events().get(confirmed.events().size() - 1).event())
                .isInstanceOf(WorkOrderPartEvent.PartConfirmed.class);
    }

    @Test
    void whoHandsInNamesTheLeadThatIsToLookAtIt() {
        var signed = Lives.take(Action.SIGN_PART, Lives.in(State.IN_PROGRESS));

        var handedIn = signed.handInPart(Lives.ROADS, "路面已修复", ROADS);

        assertThat(handedIn.events())
                .singleElement()
                .extracting(
                        Transition.Happened::event,
                        InstanceOfAssertFactories.type(WorkOrderPartEvent.PartHandedIn.class))
                .returns(Lives.ROADS, WorkOrderPartEvent.PartHandedIn::department)
                .returns(Lives.WATER, WorkOrderPartEvent.PartHandedIn::lead);
    }

    @Test
    void eachDepartmentSpeaksForItsOwnPartAlone() {
        var order = Lives.in(State.IN_PROGRESS);

        assertThatThrownBy(() -> order.signPart(Lives.ROADS, Lives.DEED.of("parks")))
                .hasMessage("work-order.not-assisting");
        assertThatThrownBy(() -> order.signPart("parks", Lives.DEED.of("parks")))
                .hasMessage("part.unknown");
        assertThatThrownBy(() -> order.handInPart(Lives.ROADS, "路面已修复", ROADS)).hasMessage("part.wrong-standing");
    }

    @Test
    void whatIsAllowedIsWhatTheOwnPartLeaves() {
        var assisting = Set.of(Party.ASSISTING);
        var order = Lives.in(State.IN_PROGRESS);
        var signed = Lives.take(Action.SIGN_PART, order);

        assertThat(order.allowed(assisting, Lives.ROADS, Lives.NOON, Lives.WINDOWS))
                .containsExactly(Action.SIGN_PART);
        assertThat(signed.allowed(assisting, Lives.ROADS, Lives.NOON, Lives.WINDOWS))
                .containsExactly(Action.HAND_IN_PART);
        assertThat(order.allowed(assisting, "parks", Lives.NOON, Lives.WINDOWS)).isEmpty();
    }

    @Test
    void theNextDispatchBeginsTheirPartsAnew() {
        var signed = Lives.take(Action.SIGN_PART, Lives.in(State.AWAITING_SIGN));

        var again = Lives.take(Action.DISPATCH, Lives.take(Action.ACCEPT_RETURN, Lives.take(Action.RETURN, signed)));

        assertThat(again.parts().of(Lives.ROADS).standing()).isEqualTo(Standing.AWAITING_SIGN);
    }
}
