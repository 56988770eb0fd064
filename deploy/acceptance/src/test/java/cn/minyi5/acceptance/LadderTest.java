package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.backends.KafkaLogins;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.local.stack.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(3)
class LadderTest {

    /** 路灯不亮: led by the city management bureau. */
    private static final String QUICK = "SZ02";

    private static final String SLOWER = "SZ01";
    private static Stack stack;
    private static County county;
    private static String grid;

    @BeforeAll
    static void policiesOfSecondsForTwoCategoriesInOneVillage() {
        stack = TheCounty.loaded();
        county = new County(stack.home());
        grid = stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code();
        policy(QUICK, "PT4S");
        policy(SLOWER, "PT20S");
    }

    @Test
    void anOrderThatNobodySignsClimbsReminderRedNoticeOnceEachAndTheFiguresCountIt() {
        var before = signOnTime();
        var order = forwardAndAwaitDispatch(QUICK);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(rungs(order)).containsExactly(Rung.REMINDER, Rung.RED, Rung.NOTICE));
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(rungs(order)).containsExactly(Rung.REMINDER, Rung.RED, Rung.NOTICE);
            assertThat(Rungs.notices(stack.kafka().client(KafkaLogins.ADMIN), order))
                    .hasSize(1);
        });
        var after = signOnTime();
        assertThat(after.get("denominator").asLong())
                .isEqualTo(before.get("denominator").asLong() + 1);
        assertThat(after.get("numerator").asLong())
                .isEqualTo(before.get("numerator").asLong());
    }

    @Test
    void anOrderSignedInTimeAlarmsNobodyAlsoWhenEscalationHearsOfItOnlyAfterwards() {
        var order = forwardAndAwaitDispatch(SLOWER);
        stack.stop(Stack.ESCALATION);
        var signedAt = sign(order);
        awaitPast(signedAt.plusSeconds(25));
        stack.start(Stack.ESCALATION);
        assertNoAlarmOnceSightIsBack(order);
    }

    @Test
    void anOrderSignedInTimeAlarmsNobodyAlsoWhenTheBrokerWasAwayMeanwhile() {
        var order = forwardAndAwaitDispatch(SLOWER);
        stack.kill9(Stack.KAFKA);
        var signedAt = sign(order);
        awaitPast(signedAt.plusSeconds(25));
        stack.start(Stack.KAFKA);
        assertNoAlarmOnceSightIsBack(order);
    }

    private static void policy(String category, String allowed) {
        var policy = new HashMap<String, Object>(Map.of(
                "categoryPrefix",
                category,
                "divisionPrefix",
                grid.substring(0, 12),
                "clock",
                "SIGN",
                "allowed",
                allowed,
                "reminderLeftShare",
                0.2,
                "noticeAfter",
                "PT2S"));
        county.escalation(DemoPersons.ADMINISTRATOR).post("/api/policies", policy);
    }

    private static String forwardAndAwaitDispatch(String category) {
        var requestId = Visits.forwardOne(county, grid, category);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> Visits.orderOf(county, DemoPersons.DISPATCHER, requestId), order -> order != null)
                .get("id")
                .asText();
    }

    private static OffsetDateTime sign(String order) {
        var lead = county.routing(DemoPersons.DISPATCHER)
                .get("/api/work-orders/" + order)
                .get("lead")
                .asText();
        var signed = county.routing(DemoPersons.clerk(lead)).post("/api/work-orders/" + order + "/sign", Map.of());
        var dispatchedAt = OffsetDateTime.parse(signed.get("dispatchedAt").asText());
        var signedAt = OffsetDateTime.parse(signed.get("signedAt").asText());
        // Before the reminder at 80 % of 20 s, or the test proves nothing
        assertThat(Duration.between(dispatchedAt, signedAt)).isLessThan(Duration.ofSeconds(16));
        return signedAt;
    }

    private static void awaitPast(OffsetDateTime moment) {
        await().atMost(Duration.ofSeconds(60)).until(() -> OffsetDateTime.now().isAfter(moment));
    }

    private static void assertNoAlarmOnceSightIsBack(String order) {
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> sees(order));
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(rungs(order)).isEmpty();
            assertThat(Rungs.notices(stack.kafka().client(KafkaLogins.ADMIN), order))
                    .isEmpty();
        });
    }

    /** Escalation knows of the signature and is not blind any more. */
    private static boolean sees(String order) {
        var supervisor = county.escalation(DemoPersons.SUPERVISOR);
        var stopped = false;
        for (var clock : supervisor.get("/api/clocks?work-order=" + order).get("items")) {
            stopped |= clock.get("clock").asText().equals("SIGN") && clock.hasNonNull("stoppedAt");
        }
        return stopped && !supervisor.get("/api/blindness").get("blind").asBoolean();
    }

    private static List<Rung> rungs(String order) {
        return Rungs.of(stack.kafka().client(KafkaLogins.ADMIN), order);
    }

    private static JsonNode signOnTime() {
        var month = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        for (var figure : county.escalation(DemoPersons.SUPERVISOR)
                .get("/api/figures?from=" + month + "&to=" + month)
                .get("figures")) {
            if (figure.get("code").asText().equals("sign-on-time-rate")) {
                return figure;
            }
        }
        throw new AssertionError("no sign-on-time-rate for " + month);
    }
}
