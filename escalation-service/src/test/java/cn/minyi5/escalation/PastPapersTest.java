package cn.minyi5.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** 带来的公文. In a county of its own, whose numbers nobody else takes. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class PastPapersTest {

    private static final String COUNTY = "370831";
    private static final String HEADER = "kind,division,year,issue,number,issued_at,title,department,about\n";

    @Inject
    EventTime eventTime;

    @Test
    void whatIsBroughtAlongOccupiesItsNumbersAndTheNextLiveNoticeGoesOn() {
        var start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var dayBefore = start.minus(Duration.ofDays(1));
        eventTime.passUntil(dayBefore.minusMillis(1));
        var year = CountyTime.yearOf(start);
        var first = CountyTime.at(start.minus(Duration.ofHours(2)));
        var rows = HEADER
                + "NOTICE,%s,2020,1,,2020-05-08T10:00:00+08:00,限期办理供水问题,ZJJ,民听301\n".formatted(COUNTY)
                + "NOTICE,%s,2020,2,泗督〔2020〕贰号,2020-06-08T10:00:00+08:00,限期修复道路,SWJ,\n".formatted(COUNTY)
                + "NOTICE,%s,%d,1,,%s,本年第一份,ZJJ,\n".formatted(COUNTY, year, first)
                + "SPECIAL_REPORT,%s,2020,1,,2020-07-08T10:00:00+08:00,供水专报,ZJJ,民听301\n".formatted(COUNTY)
                + "SPECIAL_REPORT,%s,2020,3,,2020-07-08T10:00:00+08:00,跳号,ZJJ,\n".formatted(COUNTY);

        brings(rows)
                .body("accepted", equalTo(4))
                .body("refused.code", contains("paper.number-leaves-gap"))
                .body("refused.row", contains(6));
        brings(rows).body("accepted", equalTo(4));

        as("supervisor")
                .get("/api/notices?year=2020")
                .then()
                .body("items.number", contains("督办〔2020〕1号", "泗督〔2020〕贰号"))
                .body("items.title", contains("限期办理供水问题", "限期修复道路"))
                .body("items[0].workOrderNumber", equalTo("民听301"));
        as("supervisor").get("/api/special-reports").then().body("items.number", contains("专报〔2020〕1号"));
        assertThat(Events.of(NoticeEvent.Issued.class))
                .as("what lies before tells nobody")
                .noneMatch(told -> told.event().year() == 2020);

        var story = new Story("GS02", "ZJJ", COUNTY + "101001001", false, false).dispatched(dayBefore);
        eventTime.passUntil(start);
        assertThat(Events.of(NoticeEvent.Issued.class))
                .filteredOn(told -> told.event().workOrderId().equals(story.id))
                .singleElement()
                .satisfies(told -> assertThat(told.event().issue()).isEqualTo(2));
    }

    @Test
    void anotherCountySeesAndBringsNothingHere() {
        People.administrator()
                .contentType("text/csv; charset=utf-8")
                .body(HEADER + "NOTICE,%s,2019,1,,2019-05-08T10:00:00+08:00,别县,ZJJ,\n".formatted(COUNTY))
                .put("/api/past-papers")
                .then()
                .body("refused.code", contains("paper.outside-jurisdiction"));
        People.supervisor()
                .get("/api/special-reports?year=2020")
                .then()
                .body("items.findAll { it.division == '370831' }", empty());
        as("supervisor")
                .body(HEADER)
                .contentType("text/csv")
                .put("/api/past-papers")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse brings(String rows) {
        return as("administrator")
                .contentType("text/csv; charset=utf-8")
                .body(rows)
                .put("/api/past-papers")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String role) {
        return given().header(
                        "Authorization",
                        Tokens.of(role + "-of-papers")
                                .role(role)
                                .division(COUNTY)
                                .bearer());
    }
}
