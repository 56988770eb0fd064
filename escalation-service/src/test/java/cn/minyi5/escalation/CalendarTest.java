package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.minyi5.contracts.CalendarEvent;
import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class CalendarTest {

    @Test
    void aYearIsLoadedAgainAndAgainAndSaysWhichDaysAreWorked() throws IOException {
        var csv = yearOf(2021);

        for (int time = 0; time < 2; time++) {
            load(2021, csv).statusCode(200).body("accepted", equalTo(38)).body("refused", hasSize(0));
        }

        await().untilAsserted(() -> assertThat(Events.of(CalendarEvent.YearPublished.class, "2021"))
                .hasSize(2)
                .allSatisfy(heard -> assertThat(heard.event().days())
                        .hasSize(38)
                        .contains(new SpecialDay(LocalDate.of(2021, 10, 9), DayKind.MAKE_UP_WORKDAY, "国庆节"))));
        assertThat(kindOf("2021-10-05")).isEqualTo("HOLIDAY");
        assertThat(kindOf("2021-10-09")).isEqualTo("MAKE_UP_WORKDAY");
        assertThat(kindOf("2021-10-16")).isEqualTo("WEEKEND");
        assertThat(kindOf("2021-10-11")).isEqualTo("WORKDAY");
        People.secretary()
                .get("/api/calendar/years")
                .then()
                .statusCode(200)
                .body("items.find { it.year == 2021 }.makeUpWorkdays", equalTo(7))
                .body("items.find { it.year == 2021 }.holidays", equalTo(31));
    }

    @Test
    void aYearWithoutDataIsUnknown() {
        People.secretary()
                .get("/api/calendar/days/2031-01-01")
                .then()
                .statusCode(404)
                .body("code", equalTo("calendar.year-unknown"))
                .body("detail", containsString("2031"));
        People.secretary()
                .get("/api/calendar/days/tomorrow")
                .then()
                .statusCode(400)
                .body("code", equalTo("calendar.date-malformed"));
    }

    @Test
    void aYearIsReplacedWholeOrNotAtAllAndBadRowsComeBackWithTheReason() {
        load(2030, "date,kind,festival\n2030-01-01,HOLIDAY,元旦\n2030-01-02,HOLIDAY,写错了\n")
                .body("accepted", equalTo(2));
        load(
                        2030,
                        """
                        date,kind,festival
                        2030-01-01,HOLIDAY,元旦
                        2030-13-01,HOLIDAY,元旦
                        2031-01-01,HOLIDAY,元旦
                        2030-01-02,SUNSHINE,元旦
                        2030-01-03,HOLIDAY,
                        2030-01-01,HOLIDAY,元旦
                        2030-01-04,MAKE_UP_WORKDAY,元旦
                        """)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("refused.row", contains(3, 4, 5, 6, 7, 8))
                .body(
                        "refused.code",
                        contains(
                                "calendar.date-malformed",
                                "calendar.date-outside-year",
                                "calendar.kind-unknown",
                                "calendar.festival-missing",
                                "calendar.date-twice",
                                "calendar.make-up-on-weekday"))
                .body("refused[0].field", equalTo("date"))
                .body("refused[0].reason", containsString("2030-13-01"));

        assertThat(kindOf("2030-01-02")).isEqualTo("HOLIDAY");

        load(2030, "date,kind,festival\n2030-01-01,HOLIDAY,元旦\n").body("accepted", equalTo(1));
        assertThat(kindOf("2030-01-01")).isEqualTo("HOLIDAY");
        assertThat(kindOf("2030-01-02")).isEqualTo("WORKDAY");
    }

    @Test
    void anotherDivisionsAdministratorChangesNoYearOfThisCounty() {
        load(2028, "date,kind,festival\n2028-01-03,HOLIDAY,元旦\n").statusCode(200);

        for (var division : List.of("370829", "3708", "370828101")) {
            var answer = People.as(Tokens.of("administrator-of-" + division)
                            .role("administrator")
                            .division(division))
                    .contentType("text/csv; charset=utf-8")
                    .body("date,kind,festival\n2028-01-04,HOLIDAY,元旦\n")
                    .put("/api/calendar/years/2028")
                    .then();
            if (division.length() > 6) {
                answer.statusCode(403).body("code", equalTo("calendar.outside-jurisdiction"));
            } else {
                // Another county keeps a calendar of its own; the city's is for the counties that keep none.
                answer.statusCode(200).body("accepted", equalTo(1));
            }
        }
        assertThat(kindOf("2028-01-03")).isEqualTo("HOLIDAY");
        assertThat(kindOf("2028-01-04")).isEqualTo("WORKDAY");
        assertThat(kindAt("370829", "2028-01-03")).isEqualTo("WORKDAY");
        assertThat(kindAt("370830", "2028-01-04")).isEqualTo("HOLIDAY");
        People.supervisorOf("370829")
                .get("/api/calendar/years")
                .then()
                .body("items.findAll { it.year == 2028 }.division", contains("3708", "370829"));
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedWholeAndOneWithoutAGoodRowLeavesTheYearUnknown() {
        load(2029, "day,kind\n2029-01-01,HOLIDAY\n").statusCode(400).body("code", equalTo("csv.column-missing"));
        load(2029, "date,kind,festival\n2028-01-01,HOLIDAY,元旦\n")
                .statusCode(200)
                .body("accepted", equalTo(0));

        People.secretary().get("/api/calendar/days/2029-01-01").then().statusCode(404);
    }

    @Test
    void aYearThatIsLoadedStandsInTheLogOfChangesOnceAndOneThatIsRefusedDoesNot() {
        load(2039, "date,kind,festival\n2039-13-01,HOLIDAY,元旦\n").body("accepted", equalTo(0));
        load(2039, "date,kind,festival\n2039-01-03,HOLIDAY,元旦\n").body("accepted", equalTo(1));

        People.administrator()
                .queryParam("subject", 2039)
                .get("/api/change-log")
                .then()
                .body("items.operation", equalTo(List.of("loadCalendarYear")))
                .body("items[0].digest.length()", equalTo(64));
    }

    private static ValidatableResponse load(int year, String csv) {
        return People.administrator()
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .put("/api/calendar/years/" + year)
                .then();
    }

    private static String kindOf(String date) {
        return kindAt(People.COUNTY, date);
    }

    private static String kindAt(String division, String date) {
        return People.supervisorOf(division)
                .get("/api/calendar/days/" + date)
                .then()
                .statusCode(200)
                .extract()
                .path("kind");
    }

    private static String yearOf(int year) throws IOException {
        return Files.readAllLines(Path.of("../deploy/county/src/main/resources/county/state-council-days.csv")).stream()
                .filter(line -> line.startsWith("date") || line.startsWith(String.valueOf(year)))
                .collect(Collectors.joining("\n"));
    }
}
