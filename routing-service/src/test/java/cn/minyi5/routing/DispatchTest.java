package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DispatchTest {

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void aForwardedRequestGoesToTheLeadAndSaysWhy() {
        var id = County.forward(County.ONE_RULE);

        var order = County.see(id);
        assertThat(order.getString("state")).isEqualTo("AWAITING_SIGN");
        assertThat(order.getString("holder")).isEqualTo("LEAD");
        assertThat(order.getString("number")).matches("GD\\d{8}-\\d{6,}");
        assertThat(order.getString("lead")).isEqualTo(County.WATER);
        assertThat(order.<String>getList("assisting")).containsExactly(County.TOWNSHIP, County.POWER);
        assertThat(order.getString("why.clause")).isEqualTo("权责清单（演示）第8条");
        assertThat(order.getInt("why.catalogueVersion")).isPositive();
        assertThat(order.getString("why.ruleId")).isNotBlank();
        assertThat(order.getString("citizen.name")).isEqualTo("王**");
        assertThat(order.getString("openedAt")).endsWith("+08:00");
        assertThat(County.actions(id)).containsExactly("OPEN", "DISPATCH");
    }

    @Test
    void bothEventsTellOfTheSameMomentInTheirOrder() {
        var id = County.forward(County.ONE_RULE).toString();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Events.of(WorkOrderEvent.Dispatched.class, id).size() == 1);
        var opened = Events.of(WorkOrderEvent.Opened.class, id).get(0);
        var dispatched = Events.of(WorkOrderEvent.Dispatched.class, id).get(0);
        assertThat(dispatched.happenedAt()).isEqualTo(opened.happenedAt());
        assertThat(dispatched.event().dispatchNo()).isEqualTo(1);
        assertThat(dispatched.event().round()).isEqualTo(1);
        assertThat(dispatched.event().rule()).isNotNull();
        assertThat(dispatched.event().assisting()).containsExactly(County.TOWNSHIP, County.POWER);
        assertThat(opened.event().confidential()).isFalse();
    }

    @Test
    void whatNoRuleCatchesWaitsForTheDesk() {
        var id = County.forward(County.NO_RULE);

        assertThat(County.see(id).getString("state")).isEqualTo("AWAITING_DISPATCH");
        assertThat(County.see(id).getString("timeline[0].words")).isEqualTo("权责清单没有对应条目");
        assertThat(queue()).contains(id.toString());
    }

    @Test
    void equalRulesWaitForTheDeskWhichDecides() {
        var id = County.forward(County.TWO_EQUAL_RULES);
        assertThat(queue()).contains(id.toString());
        assertThat(County.see(id).getString("timeline[0].words")).contains("第9条", "第10条");

        var answer = County.act(
                County.dispatcher(),
                id,
                "dispatch",
                Map.of("lead", County.POWER, "assisting", List.of(County.WATER), "reason", "现场为停电导致停水"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("AWAITING_SIGN");
        assertThat(answer.jsonPath().getString("lead")).isEqualTo(County.POWER);
        assertThat(answer.jsonPath().getString("why")).isNull();
        assertThat(queue()).doesNotContain(id.toString());
    }

    @Test
    void theDeskDispatchesToKnownDepartmentsOnlyAndGivesAReason() {
        var id = County.forward(County.NO_RULE);

        var unknown = County.act(County.dispatcher(), id, "dispatch", Map.of("lead", "NOBODY", "reason", "职责所在"));
        var silent = County.act(County.dispatcher(), id, "dispatch", Map.of("lead", County.WATER));

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.jsonPath().getString("code")).isEqualTo("department.unknown");
        assertThat(unknown.jsonPath().getString("field")).isEqualTo("lead");
        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(silent.jsonPath().getString("field")).isEqualTo("reason");
        assertThat(silent.jsonPath().getString("detail")).contains("不能为空");
        assertThat(County.see(id).getString("state")).isEqualTo("AWAITING_DISPATCH");
    }

    @Test
    void theDeskRefusesForAReasonFromTheClosedList() {
        var id = County.forward(County.NO_RULE);

        assertThat(County.act(County.dispatcher(), id, "refusal", Map.of("reason", "BECAUSE"))
                        .statusCode())
                .isEqualTo(400);
        var answer = County.act(County.dispatcher(), id, "refusal", Map.of("reason", "OUTSIDE_JURISDICTION"));

        assertThat(answer.jsonPath().getString("state")).isEqualTo("NOT_ACCEPTED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.of(WorkOrderEvent.NotAccepted.class, id.toString()))
                        .singleElement()
                        .satisfies(heard -> assertThat(heard.event().reason()).isEqualTo("OUTSIDE_JURISDICTION")));
    }

    @Test
    void aRequestHasOneOrderHoweverOftenItIsForwarded() {
        var request = County.request(County.ONE_RULE, County.GRID, false, null);
        var sameEvent = Events.send(request, Instant.now());
        Events.send(request, Instant.now(), sameEvent);
        Events.send(request, Instant.now());
        var later = County.request(County.ONE_RULE, County.GRID, false, null);
        Events.send(later, Instant.now());

        var id = County.orderOf(request.requestId());
        County.orderOf(later.requestId());
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Events.of(WorkOrderEvent.Opened.class).stream()
                                .filter(heard -> heard.event().requestId().equals(request.requestId())))
                .hasSize(1));
        assertThat(County.see(id).getInt("version")).isEqualTo(2);
    }

    private static List<String> queue() {
        return given().header("Authorization", County.dispatcher())
                .queryParam("limit", 200)
                .get("/api/dispatch-queue")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
