package cn.minyi5.escalation;

import static cn.minyi5.contracts.language.ClockKind.SIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class PolicyTest {

    @Inject
    EventTime eventTime;

    @Test
    void outOfTheBoxOneSignsWithinAnHourAndRepliesWithinTwoDaysAndDeskAndOfficeHaveTheirHoursOnDuty() {
        People.clerkOf("ZJJ")
                .get("/api/policies")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.categoryPrefix == '' && it.version == 1 }.clock",
                        contains("SIGN", "REVIEW", "REPLY", "ARBITRATION"))
                .body(
                        "items.findAll { it.categoryPrefix == '' && it.version == 1 }.allowed",
                        contains("PT1H", "PT4H", "PT48H", "PT14H"))
                .body(
                        "items.findAll { it.categoryPrefix == '' && it.version == 1 }.noticeAfter",
                        contains("PT1H", "PT0S", "PT24H", "PT0S"));
    }

    @Test
    void versionsOfAScopeAreCountedAndAClockKeepsTheOneUnderWhichItStarted() {
        add("PV01", "PT30M", "2020-01-01T00:00:00+08:00").statusCode(201).body("version", equalTo(1));
        var start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        eventTime.passUntil(start.minusMillis(1));
        var story = new Story("PV01", "ZJJ").dispatched(start);
        eventTime.passUntil(start);

        add("PV01", "PT10M", null).statusCode(201).body("version", equalTo(2)).body("effectiveFrom", notNullValue());

        People.supervisor()
                .queryParam("work-order", story.number)
                .get("/api/clocks")
                .then()
                .body("items.find { it.clock == 'SIGN' }.allowed", equalTo("PT30M"));
        assertThat(story.fired(SIGN)).isEmpty();
    }

    @Test
    void anAdministratorSaysNothingAboutPlacesOutsideTheOwnPrefix() {
        for (var division : List.of("370829", "370828101")) {
            People.as(Tokens.of("administrator-of-" + division)
                            .role("administrator")
                            .division(division))
                    .contentType(ContentType.JSON)
                    .body(
                            """
                            {"divisionPrefix": "370828", "clock": "SIGN", "allowed": "PT100H", "reminderLeftShare": 0.2,
                             "noticeAfter": "PT1H"}""")
                    .post("/api/policies")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("policy.outside-jurisdiction"))
                    .body("field", equalTo("divisionPrefix"));
        }
        People.administrator()
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"categoryPrefix": "PV09", "clock": "SIGN", "allowed": "PT2H", "reminderLeftShare": 0.2,
                         "noticeAfter": "PT1H"}""")
                .post("/api/policies")
                .then()
                .statusCode(201)
                .body("divisionPrefix", equalTo("370828"));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, policy.allowed-out-of-range, allowed",
        "soon, input.unreadable, allowed",
    })
    void whatIsNoPolicyIsRefused(String allowed, String code, String field) {
        add("PV02", allowed, null).statusCode(400).body("code", equalTo(code)).body("field", equalTo(field));
    }

    @Test
    void aPolicyForTheDeskThatDependsOnTheUrgencyWouldNeverApplyAndIsRefused() {
        People.administrator()
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"urgency": "URGENT", "clock": "REVIEW", "allowed": "PT2H", "reminderLeftShare": 0.2,
                         "noticeAfter": "PT0S"}""")
                .post("/api/policies")
                .then()
                .statusCode(400)
                .body("code", equalTo("policy.urgency-of-department-only"))
                .body("field", equalTo("urgency"));
    }

    @Test
    void aPolicyOfAnotherCenturyIsRefused() {
        for (var year : List.of("1999", "2101", "9999")) {
            add("PV07", "PT10M", year + "-01-01T00:00:00+08:00")
                    .statusCode(400)
                    .body("code", equalTo("policy.effective-from-of-another-time"));
        }
    }

    @Test
    void aPolicyWithoutAClockIsRefused() {
        People.administrator()
                .contentType(ContentType.JSON)
                .body("{\"allowed\": \"PT1H\", \"reminderLeftShare\": 0.2, \"noticeAfter\": \"PT1H\"}")
                .post("/api/policies")
                .then()
                .statusCode(400)
                .body("field", equalTo("clock"));
    }

    private static ValidatableResponse add(String category, String allowed, String from) {
        var effectiveFrom = from == null ? "null" : '"' + from + '"';
        return People.administrator()
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"categoryPrefix": "%s", "divisionPrefix": "370828", "urgency": null, "clock": "SIGN",
                         "allowed": "%s", "reminderLeftShare": 0.2, "noticeAfter": "PT1H", "effectiveFrom": %s}"""
                                .formatted(category, allowed, effectiveFrom))
                .post("/api/policies")
                .then();
    }
}
