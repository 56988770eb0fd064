package cn.minyi5.routing.workorder.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyToWorkOrderTest {

    private final OneWorkOrder workOrders = new OneWorkOrder(Lives.in(State.IN_PROGRESS));

    @Test
    void aReplyWaitsForTheDesk() {
        assertThat(replyWhereAcceptanceIsAutomatic(false).state()).isEqualTo(State.REPLY_REVIEW);
    }

    @Test
    void whereTheCountyWantsNoReviewAReplyIsAcceptedInTheSameBreath() {
        var order = replyWhereAcceptanceIsAutomatic(true);

        assertThat(order.state()).isEqualTo(State.FOLLOW_UP);
        assertThat(order.version()).isEqualTo(5);
        assertThat(workOrders.steps).singleElement().satisfies(step -> {
            assertThat(step.announcements())
                    .extracting(announcement -> (Object) announcement.event().getClass())
                    .containsExactly(WorkOrderEvent.Replied.class, WorkOrderEvent.ReplyAccepted.class);
            assertThat(step.timeline().get(1).by()).isEqualTo(WorkOrderSteps.AUTOMATIC);
        });
    }

    private WorkOrder replyWhereAcceptanceIsAutomatic(boolean automatic) {
        var clerk = new Actor("id", "clerk", Set.of(Roles.CLERK), new DivisionCode("370828"), Lives.WATER, null);
        var attempt =
                new Attempt(workOrders.lock(null, null).await().indefinitely().id(), clerk, null);
        return new ReplyToWorkOrder(new AdvanceWorkOrder(workOrders), new Config(automatic))
                .handle(new Transaction(null, Lives.NOON, null), attempt, ResultCode.SOLVED, "已解决", "电话联系")
                .await()
                .indefinitely();
    }

    record Config(boolean acceptRepliesAutomatically) implements RoutingConfig {
        @Override
        public Duration returnWindow() {
            return Lives.WINDOW;
        }

        @Override
        public String confidentialLead() {
            return "DUCHA";
        }
    }
}
