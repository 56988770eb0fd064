package cn.minyi5.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.DeliveryEvent;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.TellPeople;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.notification.template.domain.WorkOrder;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
@QuarkusTestResource(MailServer.Settings.class)
class TellPeopleTest {

    private static final Instant MOMENT = Instant.parse("2026-11-05T03:00:00Z");

    @Inject
    TellPeople people;

    @Inject
    Transactions transactions;

    private Office office;
    private final WorkOrder workOrder =
            new WorkOrder(UUID.randomUUID(), "2026-000001", new GridCode(Office.GRID), false);

    @BeforeEach
    void openOffice() {
        office = Office.open();
    }

    @Test
    void aBatchTellsEverybodyWhatConcernsThemAndAnEventThatComesAgainNobody() {
        var dispatched = telling(NotificationTrigger.dispatched(workOrder, office.department, MOMENT));
        var red = telling(NotificationTrigger.red(workOrder, office.department, ClockKind.SIGN, MOMENT));
        var returned = telling(NotificationTrigger.returnRequested(workOrder, office.department));

        tell(dispatched, red);
        tell(red, returned);

        assertThat(office.clerk.occasionsAbout(workOrder.id())).containsExactly("RED", "DISPATCHED");
        assertThat(office.head.occasionsAbout(workOrder.id())).containsExactly("RED");
        assertThat(office.dispatcher.occasionsAbout(workOrder.id())).containsExactly("RETURN_REQUESTED");
        Office.soon().untilAsserted(() -> assertThat(receiptsInApp())
                .contains(office.clerk.username, office.head.username, office.dispatcher.username)
                .containsOnlyOnce(office.head.username));
    }

    @Test
    void whatNobodyHearsIsNotWritten() {
        var elsewhere = new WorkOrder(workOrder.id(), workOrder.number(), new GridCode("110101001001001"), false);

        tell(telling(NotificationTrigger.dispatched(elsewhere, office.department, MOMENT)));

        assertThat(office.people().flatMap(person -> person.occasionsAbout(workOrder.id()).stream()))
                .isEmpty();
    }

    private void tell(TellPeople.Telling... tellings) {
        transactions.run(now -> people.tell(List.of(tellings), now)).await().indefinitely();
    }

    private List<String> receiptsInApp() {
        return Events.of(DeliveryEvent.Succeeded.class).stream()
                .map(Events.Heard::event)
                .filter(receipt -> receipt.about().equals(workOrder.id().toString())
                        && receipt.channel().equals("IN_APP"))
                .map(DeliveryEvent.Succeeded::recipient)
                .toList();
    }

    private static TellPeople.Telling telling(NotificationTrigger trigger) {
        return new TellPeople.Telling(UUID.randomUUID(), trigger, null);
    }
}
