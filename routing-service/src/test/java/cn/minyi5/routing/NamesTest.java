package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.MasterDataEvent.Named;
import cn.minyi5.contracts.MasterDataEvent.PlacesNamed;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What codes are called, and what that is good for. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class NamesTest {

    @BeforeEach
    void theCountyIsReadyAndItsNamesAreKnown() {
        County.isReady();
        County.namesAreKnown();
    }

    @Test
    void everyoneOfACountyReadsItsNamesAndNobodyOfAnother() {
        var neighbour = Tokens.of("clerk002").role("clerk").division("370829").bearer();
        assertThat(County.names(County.clerkOf(County.WATER), "category-names")).contains("农村饮水、水管破损");
        assertThat(County.names(County.clerkOf(County.WATER), "place-names")).contains("羊山镇", "前李庄村");
        assertThat(County.names(neighbour, "category-names")).isEmpty();
        assertThat(County.names(neighbour, "place-names")).isEmpty();
    }

    @Test
    void aPlaceIsCalledAsWasToldLastHoweverLateThatIsHeard() {
        var code = "370828999";
        var now = Instant.now();
        Events.send(new PlacesNamed("370828", List.of(new Named(code, "新名镇"))), now);
        Events.send(new PlacesNamed("370828", List.of(new Named(code, "旧名镇"))), now.minusSeconds(60));
        Events.send(new PlacesNamed("370828", List.of(new Named("370828998", "后来镇"))), now);
        await().untilAsserted(() ->
                assertThat(County.names(County.dispatcher(), "place-names")).contains("后来镇"));
        assertThat(County.names(County.dispatcher(), "place-names"))
                .contains("新名镇")
                .doesNotContain("旧名镇");
    }

    @Test
    void aReplyIsCheckedAgainstItsMatterItsPlaceAndWhatWasRepliedBefore() {
        var before = County.forward(County.ONE_RULE);
        assertThat(County.sign(before).statusCode()).isEqualTo(200);
        assertThat(County.reply(before).statusCode()).isEqualTo(200);
        var order = County.forward(County.ONE_RULE);
        assertThat(findings(order, "前李庄的自来水主管已经更换，二楼水压恢复正常。", "上午电话联系")).isEmpty();
        assertThat(findings(order, "已更换水表，水压恢复正常。", ""))
                .containsExactly(
                        "reply.no-contact-log", "reply.too-short", "reply.same-as-before", "reply.place-missing");
    }

    private static List<String> findings(Object order, String text, String contactLog) {
        return given().header("Authorization", County.clerkOf(County.WATER))
                .contentType("application/json")
                .body(Map.of("text", text, "contactLog", contactLog))
                .post("/api/work-orders/" + order + "/reply-check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("findings.code");
    }
}
