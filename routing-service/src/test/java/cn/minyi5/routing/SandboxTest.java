package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class SandboxTest {

    private static final String PLACE = "990001";

    @Test
    void ordersAreMadeUpAndSignedAndAnsweredAsAnyOthersAndNoCountySeesThem() {
        County.isReady();
        var made = make(account(), Map.of("count", 2));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        List<String> ids = made.jsonPath().getList("orders.id");
        assertThat(ids).hasSize(2);
        assertThat(made.jsonPath().getList("orders.state")).containsOnly("AWAITING_SIGN");

        assertThat(County.list(account(), Map.of("limit", "200")).getList("items.id"))
                .containsAll(ids);
        var order = UUID.fromString(ids.get(0));
        assertThat(County.act(account(), order, "sign", Map.of()).statusCode()).isEqualTo(200);
        var reply = Map.of("resultCode", "SOLVED", "text", "已更换水表，水压恢复正常。", "contactLog", "11月5日电话联系，群众认可");
        assertThat(County.act(account(), order, "reply", reply).jsonPath().getString("state"))
                .isEqualTo("REPLY_REVIEW");
        assertThat(County.see(account(), order).getList("timeline.by")).contains("service-account-minyi5-sandbox");

        for (var bearer : List.of(
                County.supervisor(), County.dispatcher(), County.supervisorOf("37"), County.clerkOf(County.WATER))) {
            assertThat(County.list(bearer, Map.of("limit", "200")).getList("items.id"))
                    .doesNotContainAnyElementsOf(ids);
            assertThat(given().header("Authorization", bearer)
                            .get("/api/work-orders/" + order)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoIsOfARealPlaceMakesNothingUpAndAComplaintAboutOfficialsIsNotMadeUp() {
        var clerks = Tokens.of("service-account-JX03")
                .role("integration")
                .division("370828")
                .department(County.WATER)
                .bearer();
        assertThat(make(clerks, Map.of("count", 1)).jsonPath().getString("code"))
                .isEqualTo("sandbox.not-yours");
        assertThat(make(account(), Map.of("categoryCode", County.COMPLAINT_ABOUT_OFFICIALS))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("sandbox.confidential");
    }

    private static Response make(String bearer, Map<String, ?> wanted) {
        return given().header("Authorization", bearer)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(wanted)
                .post("/api/sandbox/work-orders");
    }

    private static String account() {
        return Tokens.of("service-account-minyi5-sandbox")
                .role("integration")
                .role("clerk")
                .division(PLACE)
                .department("SANDBOX")
                .bearer();
    }
}
