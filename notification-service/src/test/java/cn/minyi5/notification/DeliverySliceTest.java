package cn.minyi5.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import cn.minyi5.contracts.DeliveryEvent;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
@QuarkusTestResource(MailServer.Settings.class)
class DeliverySliceTest {

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    private Office office;

    @BeforeEach
    void openOffice() {
        office = Office.open();
    }

    @Test
    void aRedReachesClerkAndHeadInAppAndByMailOnceEachAlthoughItIsHeardTwice() throws Exception {
        var story = Story.of(office);
        try (var mail = MailServer.start()) {
            var eventId = UUID.randomUUID();
            Events.send(story.rung(Rung.RED), Instant.now(), eventId);
            Events.send(story.rung(Rung.RED), Instant.now(), eventId);
            Events.send(story.rung(Rung.REMINDER), Instant.now());

            Office.soon().untilAsserted(() -> {
                assertThat(office.clerk.occasionsAbout(story.workOrderId)).containsExactly("REMINDER", "RED");
                assertThat(mail.to(office.clerk.email)).hasSize(2);
                assertThat(mail.to(office.head.email)).hasSize(1);
            });
            assertThat(office.head.occasionsAbout(story.workOrderId)).containsExactly("RED");
            assertThat(office.dispatcher.occasionsAbout(story.workOrderId)).isEmpty();
            var letter = mail.to(office.head.email).get(0);
            assertThat(letter.getSubject()).isEqualTo("红牌：工单 " + story.number + " 没有按时签收");
            assertThat(letter.getContent().toString()).contains("11月5日11:00前签收");
            assertThat(letter.getMessageID())
                    .isEqualTo(
                            "<" + deliveries(story, office.head, "EMAIL").get(0).get("id") + "@minyi5>");
        }
    }

    @Test
    void everyDeliveryLeavesOneReceipt() {
        var story = Story.of(office);
        try (var mail = MailServer.start()) {
            story.reached(Rung.RED);

            Office.soon().untilAsserted(() -> assertThat(receipts(story))
                    .extracting(receipt -> receipt.get("recipient"), receipt -> receipt.get("channel"))
                    .containsExactlyInAnyOrder(
                            tuple(office.clerk.username, "IN_APP"),
                            tuple(office.clerk.username, "EMAIL"),
                            tuple(office.head.username, "IN_APP"),
                            tuple(office.head.username, "EMAIL")));
            assertThat(mail.to(office.clerk.email)).hasSize(1);
        }
    }

    @Test
    void aMailServerThatIsAwayDelaysAndLosesNothing() {
        var story = Story.of(office);
        story.reached(Rung.RED);
        Office.soon().until(() -> deliveries(story, office.clerk, "EMAIL").stream()
                .anyMatch(delivery -> delivery.get("reason") != null));
        assertThat(office.clerk.occasionsAbout(story.workOrderId)).containsExactly("RED");

        try (var mail = MailServer.start()) {
            Office.soon().untilAsserted(() -> {
                assertThat(states(story, "EMAIL")).hasSize(2).containsOnly("SUCCEEDED");
                assertThat(mail.to(office.clerk.email)).hasSize(1);
                assertThat(mail.to(office.head.email)).hasSize(1);
            });
        }
    }

    @Test
    void whatADeadCopyHadInHandIsTakenOverUnderTheSameMessageId() throws Exception {
        var story = Story.of(office);
        story.reached(Rung.REMINDER);
        Office.soon().until(() -> !deliveries(story, office.clerk, "EMAIL").isEmpty());
        var id = deliveries(story, office.clerk, "EMAIL").get(0).get("id");
        transactions
                .run(now -> sql.update(
                        "update delivery set state = 'SENDING', next_try_at = now() where id = $1",
                        UUID.fromString(id.toString())))
                .await()
                .indefinitely();

        try (var mail = MailServer.start()) {
            Office.soon().untilAsserted(() -> assertThat(states(story, "EMAIL")).containsExactly("SUCCEEDED"));
            assertThat(mail.to(office.clerk.email)).hasSize(1);
            assertThat(mail.to(office.clerk.email).get(0).getMessageID()).isEqualTo("<" + id + "@minyi5>");
        }
    }

    @Test
    void anAddressThatIsNeverTakenIsGivenUpAfterTheConfiguredTriesWithAReceipt() {
        Office.load(List.of(office.head.rowWith(MailServer.refusedAddress(office.department))));
        var story = Story.of(office);
        try (var mail = MailServer.start()) {
            story.reached(Rung.RED);

            Office.soon().untilAsserted(() -> assertThat(deliveries(story, office.head, "EMAIL"))
                    .first()
                    .satisfies(delivery -> {
                        assertThat(delivery).containsEntry("state", "FAILED").containsEntry("tries", 6);
                        assertThat(delivery.get("reason").toString()).isNotBlank();
                    }));
            Office.soon().untilAsserted(() -> assertThat(Events.of(DeliveryEvent.Failed.class))
                    .filteredOn(heard -> heard.event().about().equals(story.workOrderId.toString()))
                    .hasSize(1)
                    .first()
                    .satisfies(heard -> assertThat(heard.event().recipient()).isEqualTo(office.head.username)));
            assertThat(mail.to(office.clerk.email)).hasSize(1);
            assertThat(office.head.occasionsAbout(story.workOrderId)).containsExactly("RED");
        }
    }

    @Test
    void readingAMessageIsRememberedAndOnlyOnesOwnCanBeRead() {
        var story = Story.of(office);
        story.dispatched();
        Office.soon()
                .until(() -> !office.clerk.occasionsAbout(story.workOrderId).isEmpty());
        var id = office.clerk.inbox().getString("items[0].id");

        given().header("Authorization", office.head.bearer())
                .post("/api/me/inbox/" + id + "/read")
                .then()
                .statusCode(404)
                .body("code", equalTo("message.unknown"));
        var first = given().header("Authorization", office.clerk.bearer())
                .post("/api/me/inbox/" + id + "/read")
                .then()
                .statusCode(200)
                .body("readAt", notNullValue())
                .extract()
                .asString();

        given().header("Authorization", office.clerk.bearer())
                .post("/api/me/inbox/" + id + "/read")
                .then()
                .body(equalTo(first));
        assertThat(office.clerk.inbox().getString("items[0].readAt")).isNotNull();
    }

    @Test
    void anInboxIsReadPageByPageWithTheRightTotal() {
        var stories = List.of(Story.of(office), Story.of(office), Story.of(office));
        stories.forEach(Story::dispatched);
        Office.soon().until(() -> office.clerk.inbox().getInt("total") == 3);

        var first = given().header("Authorization", office.clerk.bearer())
                .get("/api/me/inbox?limit=2")
                .jsonPath();
        var second = given().header("Authorization", office.clerk.bearer())
                .get("/api/me/inbox?limit=2&after=" + first.getString("next"))
                .jsonPath();

        var exact = given().header("Authorization", office.clerk.bearer())
                .get("/api/me/inbox?limit=3")
                .jsonPath();

        assertThat(first.getList("items.id")).hasSize(2);
        assertThat(second.getList("items.id")).hasSize(1).doesNotContainAnyElementsOf(first.getList("items.id"));
        assertThat(second.getString("next")).isNull();
        assertThat(exact.getList("items.id")).hasSize(3);
        assertThat(exact.getString("next")).isNull();
    }

    @Test
    void deliveriesAreForTheOfficeOfThePlace() {
        var story = Story.of(office);
        story.dispatched();
        Office.soon().until(() -> !deliveries(story, office.clerk, "IN_APP").isEmpty());

        given().get("/api/deliveries").then().statusCode(401);
        given().get("/api/me/inbox").then().statusCode(401);
        given().header(
                        "Authorization",
                        Tokens.of("x")
                                .role("supervisor")
                                .division("370828")
                                .expired()
                                .bearer())
                .get("/api/me/inbox")
                .then()
                .statusCode(401);
        given().header("Authorization", office.clerk.bearer())
                .get("/api/deliveries")
                .then()
                .statusCode(403);
        var elsewhere = Tokens.of("supervisor-370829").role("supervisor").division("370829");
        assertThat(Office.deliveriesSeenBy(elsewhere.bearer()).getList("items.about"))
                .doesNotContain(story.workOrderId.toString());
        given().header("Authorization", office.supervisor.bearer())
                .get("/api/deliveries?state=LOST")
                .then()
                .statusCode(400)
                .body("code", equalTo("delivery.state-unknown"));
        given().header("Authorization", office.supervisor.bearer())
                .get("/api/deliveries?after=yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("page.after-malformed"));
        given().header("Authorization", office.supervisor.bearer())
                .get("/api/deliveries?state=SUCCEEDED")
                .then()
                .statusCode(200)
                .body("items.state", everyItem(equalTo("SUCCEEDED")));
    }

    private List<Map<String, Object>> receipts(Story story) {
        return Office.deliveriesSeenBy(office.supervisor.bearer())
                .getList("items.findAll { it.about == '" + story.workOrderId + "' && it.state == 'SUCCEEDED' }");
    }

    private List<String> states(Story story, String channel) {
        return office.people()
                .flatMap(person -> deliveries(story, person, channel).stream())
                .map(delivery -> delivery.get("state").toString())
                .toList();
    }

    private List<Map<String, Object>> deliveries(Story story, Office.Person person, String channel) {
        return Office.deliveriesSeenBy(office.supervisor.bearer())
                .getList("items.findAll { it.about == '" + story.workOrderId + "' && it.recipient == '"
                        + person.username + "' && it.channel == '" + channel + "' }");
    }
}
