package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WhoSeesWhatTest {

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void leadAndAssistingDepartmentsSeeTheOrderAndOthersDoNot() {
        var id = County.forward(County.ONE_RULE);

        assertThat(statusFor(County.clerkOf(County.WATER), id)).isEqualTo(200);
        assertThat(statusFor(County.clerkOf(County.POWER), id)).isEqualTo(200);
        assertThat(statusFor(County.clerkOf("JX99"), id)).isEqualTo(404);
        assertThat(ids(County.clerkOf(County.POWER))).contains(id.toString());
        assertThat(ids(County.clerkOf("JX99"))).isEmpty();
    }

    @Test
    void whoAssistsSeesButDoesNotSign() {
        var id = County.forward(County.ONE_RULE);

        var refused = County.act(County.clerkOf(County.POWER), id, "sign", Map.of());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("work-order.not-the-lead");
    }

    @Test
    void anotherJurisdictionsOrderIsNotThere() {
        var id = County.forward(County.ONE_RULE, County.OTHER_TOWNSHIP_GRID);
        var inAnotherTownship =
                Tokens.of("d").role("dispatcher").division("370828101").bearer();
        var clerkElsewhere = Tokens.of("c")
                .role("clerk")
                .division("370829")
                .department(County.WATER)
                .bearer();

        assertThat(statusFor(inAnotherTownship, id)).isEqualTo(404);
        assertThat(ids(inAnotherTownship)).doesNotContain(id.toString());
        assertThat(County.act(clerkElsewhere, id, "sign", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSecretarySeesWhatTheTeamTook() {
        var id = County.forward(County.ONE_RULE);

        assertThat(statusFor(County.secretaryOf(County.TEAM), id)).isEqualTo(200);
        assertThat(statusFor(County.secretaryOf("T370828101001002"), id)).isEqualTo(404);
    }

    @Test
    void theWrongRoleIsForbidden() {
        var id = County.forward(County.ONE_RULE);

        assertThat(County.act(County.secretaryOf(County.TEAM), id, "sign", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(County.act(County.clerkOf(County.WATER), id, "reply-review", Map.of("accept", true))
                        .statusCode())
                .isEqualTo(403);
        assertThat(statusFor(County.administrator(), id)).isEqualTo(403);
        assertThat(given().header("Authorization", County.clerkOf(County.WATER))
                        .get("/api/dispatch-queue")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void withoutAValidTokenNobodyIsAnybody() {
        var expired =
                Tokens.of("clerk").role("clerk").division("370828").expired().bearer();

        assertThat(given().get("/api/work-orders").statusCode()).isEqualTo(401);
        assertThat(given().header("Authorization", expired)
                        .get("/api/work-orders")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aComplaintAboutOfficialsIsSeenAndHandledBySupervisorsOfTheCountyAlone() {
        var id = County.forward(County.COMPLAINT_ABOUT_OFFICIALS);
        var townshipSupervisor =
                Tokens.of("ts").role("supervisor").division(County.TOWNSHIP).bearer();

        var order = County.see(id);
        assertThat(order.getString("lead")).isEqualTo("DUCHA");
        assertThat(order.getList("assisting")).isEmpty();
        assertThat(statusFor(County.dispatcher(), id)).isEqualTo(404);
        assertThat(statusFor(County.clerkOf("DUCHA"), id)).isEqualTo(404);
        assertThat(statusFor(County.secretaryOf(County.TEAM), id)).isEqualTo(404);
        assertThat(statusFor(townshipSupervisor, id)).isEqualTo(404);
        assertThat(ids(County.dispatcher())).doesNotContain(id.toString());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Events.of(WorkOrderEvent.Dispatched.class, id.toString()))
                .singleElement()
                .satisfies(heard -> assertThat(heard.event().confidential()).isTrue()));

        assertThat(County.act(County.supervisor(), id, "sign", Map.of()).statusCode())
                .isEqualTo(200);
        var reply = Map.of("resultCode", "EXPLAINED", "text", "已约谈并反馈。", "contactLog", "当面反馈");
        assertThat(County.act(County.supervisor(), id, "reply", reply).statusCode())
                .isEqualTo(200);
        assertThat(County.act(County.supervisor(), id, "reply-review", Map.of("accept", true))
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("FOLLOW_UP");
    }

    @Test
    void supervisorsDoNotActForOrdinaryDepartmentsNorForTheDesk() {
        var id = County.forward(County.ONE_RULE);

        assertThat(County.act(County.supervisor(), id, "sign", Map.of())
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("work-order.not-the-lead");
        County.sign(id);
        County.reply(id);
        assertThat(County.act(County.supervisor(), id, "reply-review", Map.of("accept", true))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("work-order.not-the-desk");
    }

    private static int statusFor(String bearer, UUID order) {
        return given().header("Authorization", bearer)
                .get("/api/work-orders/" + order)
                .statusCode();
    }

    private static List<String> ids(String bearer) {
        return County.list(bearer, Map.of("limit", "200")).getList("items.id");
    }
}
