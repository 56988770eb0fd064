package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.county.history.DemoHistory;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(1)
class KilledDemoTest {

    private static final String PERIOD = "?from=2020-04&to=2021-09";

    @Test
    void theWholeStackKilledInTheMiddleOfTheDemoEndsWithTheSameFigures() {
        // Given a demo that has imported a part of the history when everything dies
        var stack = TheCounty.running();
        try (var demo = TheCounty.startDemo()) {
            await().atMost(Duration.ofMinutes(4)).until(() -> importedRequests() > 2_000 || !demo.isRunning());
            stack.kill9();
            assertThat(demo.exitCode()).as(demo.output()).isNotZero();
        }

        // When it is started again and the demo is run from the beginning
        TheCounty.up();
        assertThat(importedRequests()).isBetween(1_000L, 9_941L);
        var printed = TheCounty.demo();

        // Then all figures are the county's, by the demo's table and by the services' own answers
        assertThat(printed).contains("445", "2,670", "9,942", "9,629", "313", "96.85");
        assertTheServicesKnowTheCounty();

        // And running it once more changes nothing
        assertThat(TheCounty.demo()).contains("445", "2,670", "9,942", "9,629", "313", "96.85");
        assertTheServicesKnowTheCounty();
    }

    private static void assertTheServicesKnowTheCounty() {
        var county = new County(TheCounty.running().home());
        var master = county.intake(DemoPersons.ADMINISTRATOR).get("/api/master-data");
        assertThat(master.get("grids").asInt()).isEqualTo(445);
        assertThat(master.get("secretaries").asInt()).isEqualTo(2_670);
        assertThat(master.get("categories").asInt()).isEqualTo(61);
        var counts = county.intake(DemoPersons.ADMINISTRATOR).get("/api/request-counts" + PERIOD);
        assertThat(counts.get("collected").asInt()).isEqualTo(9_942);
        assertThat(counts.get("resolvedOnSpot").asInt()).isEqualTo(9_629);
        assertThat(counts.get("forwarded").asInt()).isEqualTo(313);
        var figures = county.escalation(DemoPersons.SUPERVISOR).get("/api/figures" + PERIOD);
        assertThat(figure(figures, "collected").get("value").asInt()).isEqualTo(9_942);
        assertThat(figure(figures, "on-spot").get("value").asInt()).isEqualTo(9_629);
        assertThat(figure(figures, "forwarded").get("value").asInt()).isEqualTo(313);
        assertThat(figure(figures, "on-spot-rate").get("value").asDouble()).isEqualTo(0.9685);
        // Each dispatch once, rounds and those after a return among them, as it is counted apart from any service
        var counted = DemoHistory.of(DemoCounty.load()).figures();
        assertCounts(figure(figures, "sign-on-time-rate"), counted.signedInTime(), counted.dueSigns());
        assertCounts(figure(figures, "reply-on-time-rate"), counted.repliedInTime(), counted.dueReplies());
    }

    private static void assertCounts(JsonNode rate, int numerator, int denominator) {
        assertThat(denominator).isGreaterThan(313);
        assertThat(rate.get("denominator").asInt()).isEqualTo(denominator);
        assertThat(rate.get("numerator").asInt()).isEqualTo(numerator).isBetween(1, denominator - 1);
    }

    private static JsonNode figure(JsonNode figures, String code) {
        for (var figure : figures.get("figures")) {
            if (figure.get("code").asText().equals(code)) {
                return figure;
            }
        }
        throw new AssertionError("no figure " + code);
    }

    private static long importedRequests() {
        var postgres = TheCounty.running().postgres();
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("intake"), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from request")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException away) {
            return 0;
        }
    }
}
