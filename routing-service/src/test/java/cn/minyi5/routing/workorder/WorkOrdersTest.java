package cn.minyi5.routing.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import cn.minyi5.routing.workorder.domain.Forwarding;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.Transition;
import cn.minyi5.routing.workorder.domain.Transition.TimelineEntry;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WorkOrdersTest {

    @Inject
    Transactions transactions;

    @Inject
    WorkOrders workOrders;

    @Test
    void ordersInAnyStateAreReadAsTheyWereStoredTogether() {
        var lives = Stream.of(State.values())
                .flatMap(state -> Stream.of(Lives.in(state), Lives.deferred(state)))
                .map(WorkOrdersTest::another)
                .map(order -> new Transition(order, List.of(), List.of()))
                .toList();

        transactions.run(now -> workOrders.openAll(lives)).await().atMost(Duration.ofSeconds(10));

        assertThat(lives).allSatisfy(life -> assertThat(transactions
                        .read(() -> workOrders.get(life.order().id()))
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isEqualTo(life.order()));
    }

    @Test
    void linesOfATimelineStayInTheirOrder() {
        var order = another(Lives.opened());
        var lines = Stream.of(Action.values())
                .map(action -> new TimelineEntry(Lives.NOON, action, "someone", null, null))
                .toList();

        var seen = transactions
                .run(now -> workOrders
                        .openAll(List.of(new Transition(order, lines, List.of())))
                        .chain(() -> workOrders.view(order, List.of(), Lives.NOON)))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(seen.timeline())
                .extracting(WorkOrderView.TimelineView::action)
                .containsExactly(Action.values());
    }

    /** Out of the jurisdiction of those who list and count in other tests. */
    private static WorkOrder another(WorkOrder order) {
        var id = UUID.randomUUID();
        var asked = order.request();
        var request = new CitizenRequest(
                UUID.randomUUID(),
                new GridCode("999999101001001"),
                asked.categoryCode(),
                asked.urgency(),
                asked.text(),
                asked.citizen(),
                asked.teamCode(),
                asked.visitedAt());
        return new WorkOrder(
                new Origin(id, "GD" + id, request, order.origin().openedAt(), true),
                order.state(),
                order.handling(),
                order.dispute(),
                order.forwarding() == null
                        ? null
                        : new Forwarding(id.toString(), order.forwarding().at()),
                order.parent(),
                order.closedAt(),
                order.version());
    }
}
