package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class BulkSignTest {

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void whatCannotBeSignedIsSaidAndKeepsNothingElseFromIt() {
        var signed = County.forward(County.ONE_RULE);
        County.sign(signed);
        var unknown = UUID.randomUUID();
        var changed = County.forward(County.ONE_RULE);
        var ready = County.forward(County.ONE_RULE);

        var answer = signAll(
                "bulk-" + ready,
                List.of(wanted(signed, null), wanted(unknown, null), wanted(changed, 1), wanted(ready, 2)));

        assertThat(answer.getList("signatures.id", UUID.class)).containsExactly(signed, unknown, changed, ready);
        assertThat(answer.getList("signatures.refused.code"))
                .containsExactly("work-order.wrong-state", "work-order.unknown", "work-order.changed-meanwhile");
        assertThat(answer.getString("signatures[0].refused.state")).isEqualTo("IN_PROGRESS");
        assertThat(answer.getInt("signatures[2].refused.version")).isEqualTo(2);
        assertThat(answer.getString("signatures[2].refused.detail")).contains("现为第 2 版");
        assertThat(answer.getString("signatures[3].workOrder.state")).isEqualTo("IN_PROGRESS");
        assertThat(County.see(ready).getString("state")).isEqualTo("IN_PROGRESS");
        assertThat(County.see(changed).getString("state")).isEqualTo("AWAITING_SIGN");
    }

    @Test
    void sentAgainItIsAnsweredAsTheFirstTimeAndSignsNothingTwice() {
        var order = County.forward(County.ONE_RULE);
        var first = signAll("bulk-" + order, List.of(wanted(order, null)));

        var again = signAll("bulk-" + order, List.of(wanted(order, null)));

        assertThat(again.getMap("")).isEqualTo(first.getMap(""));
        assertThat(County.actions(order)).containsOnlyOnce("SIGN");
    }

    @Test
    void whoOnlyAssistsSignsNothing() {
        var order = County.forward(County.ONE_RULE);

        var answer = signAll(County.clerkOf(County.POWER), "bulk-power-" + order, List.of(wanted(order, null)));

        assertThat(answer.getString("signatures[0].refused.code")).isEqualTo("work-order.not-the-lead");
    }

    private static Map<String, Object> wanted(UUID order, @Nullable Integer version) {
        var wanted = new HashMap<String, Object>(Map.of("id", order));
        if (version != null) {
            wanted.put("version", version);
        }
        return wanted;
    }

    private static JsonPath signAll(String key, List<Map<String, Object>> wanted) {
        return signAll(County.clerkOf(County.WATER), key, wanted);
    }

    private static JsonPath signAll(String bearer, String key, List<Map<String, Object>> wanted) {
        return given().header("Authorization", bearer)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("workOrders", wanted))
                .post("/api/work-order-signatures")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
