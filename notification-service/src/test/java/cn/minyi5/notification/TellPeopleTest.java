package cn.minyi5.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Rung;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.delivery.TellPeople;
import cn.minyi5.notification.template.domain.NotificationTrigger;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    private Story story;

    @BeforeEach
    void openOffice() {
        office = Office.open();
        story = Story.of(office);
    }

    @Test
    void aBatchTellsEverybodyWhatConcernsThemAndAnEventThatComesAgainNobody() {
        var dispatched = telling(NotificationTrigger.of(story.dispatchedIn(Office.GRID, false), MOMENT));
        var red = telling(Objects.requireNonNull(NotificationTrigger.of(story.rung(Rung.RED))));
        var returned = telling(NotificationTrigger.of(story.returned()));

        tell(dispatched, red);
        tell(red, returned);

        assertThat(office.clerk.occasionsAbout(story.workOrderId)).containsExactly("RED", "DISPATCHED");
        assertThat(office.head.occasionsAbout(story.workOrderId)).containsExactly("RED");
        assertThat(office.dispatcher.occasionsAbout(story.workOrderId)).containsExactly("RETURN_REQUESTED");
        Office.soon().untilAsserted(() -> assertThat(receiptsInApp())
                .contains(office.clerk.username, office.head.username, office.dispatcher.username)
                .containsOnlyOnce(office.head.username));
    }

    @Test
    void whatNobodyHearsIsNotWritten() {
        tell(telling(NotificationTrigger.of(story.dispatchedIn("110101001001001", false), MOMENT)));

        assertThat(office.people().flatMap(person -> person.occasionsAbout(story.workOrderId).stream()))
                .isEmpty();
    }

    private void tell(TellPeople.Telling... tellings) {
        transactions.run(now -> people.tell(List.of(tellings), now)).await().indefinitely();
    }

    private List<String> receiptsInApp() {
        return Office.deliveriesSeenBy(office.supervisor.bearer())
                .getList("items.findAll { it.about == '" + story.workOrderId
                        + "' && it.channel == 'IN_APP' && it.state == 'SUCCEEDED' }.recipient");
    }

    private static TellPeople.Telling telling(NotificationTrigger trigger) {
        return new TellPeople.Telling(UUID.randomUUID(), trigger);
    }
}
