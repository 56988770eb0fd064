package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.County.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.minyi5.contracts.CalendarEvent.YearPublished;
import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a division of its own. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class EditionTest {

    private static final String CARDS = "id,category,title,text,source,valid_until\n";

    @BeforeEach
    void aCounty() {
        County.load();
    }

    @Test
    void aDraftIsLookedAtBeforePublishingAndNobodyWorksByItUntilThen() {
        var administrator = administrator("370833201");
        draft(administrator, "policy-cards", CARDS + "GS-1,GS,报修,打电话,办法第1条,\nXX-1,XX01,没有这类,内容,来源,\n")
                .body("accepted", equalTo(1))
                .body("refused.code", contains("policy-card.category-unknown"));

        list(administrator, "policy-cards", "DRAFT")
                .body("items", hasSize(1))
                .body("items[0].changed", contains("id", "category", "title", "text", "source", "valid_until"));
        cards("370833201", "GS02").body("items", empty());

        publish(administrator, "policy-cards").body("editions", equalTo(1));
        cards("370833201", "GS02").body("items.title", contains("报修"));
        cards("370833201", "PA05").body("items", empty());
    }

    @Test
    void whatWasPublishedIsKeptAndADraftSaysWhatItWouldChange() {
        var administrator = administrator("370833202");
        draft(administrator, "policy-cards", CARDS + "GS-1,GS02,旧标题,打电话,办法第1条,\n");
        publish(administrator, "policy-cards");
        draft(administrator, "policy-cards", CARDS + "GS-1,GS02,错标题,打电话,办法第1条,\n");
        draft(administrator, "policy-cards", CARDS + "GS-1,GS02,新标题,打电话,办法第1条,\n");

        list(administrator, "policy-cards", "DRAFT")
                .body("items.version", contains(2))
                .body("items[0].changed", contains("title"));
        publish(administrator, "policy-cards");

        list(administrator, "policy-cards", null)
                .body("items.state", contains("REPLACED", "PUBLISHED"))
                .body("items.cells.title", contains("旧标题", "新标题"))
                .body("items.publishedBy", contains("administrator-of-370833202", "administrator-of-370833202"));
        cards("370833202", "GS02").body("items.title", contains("新标题"));
    }

    @Test
    void aSheetThatComesOutGoesInAgainUnchanged() {
        var administrator = administrator("370833203");
        draft(administrator, "policy-cards", CARDS + "GS-1,GS02,\"甲,乙\",=1+1,办法第1条,2099-12-31\n");
        publish(administrator, "policy-cards");
        var sheet = as(administrator)
                .get("/api/editions/policy-cards/sheet")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        draft(administrator, "policy-cards", sheet).body("accepted", equalTo(1));

        list(administrator, "policy-cards", "DRAFT").body("items", empty());
        list(administrator, "policy-cards", null).body("items.version", contains(1));
    }

    @Test
    void draftsCanBeThrownAwayAndWithoutADraftThereIsNothingToPublish() {
        var administrator = administrator("370833204");
        draft(administrator, "monthly-themes", "month,title,text\n2021-10,主题,内容\n");

        as(administrator)
                .queryParam("code", "2021-10")
                .delete("/api/editions/monthly-themes/drafts")
                .then()
                .statusCode(200);

        as(administrator)
                .post("/api/editions/monthly-themes/publication")
                .then()
                .statusCode(404)
                .body("code", equalTo("edition.no-draft"));
        as(administrator)
                .get("/api/editions/horoscopes")
                .then()
                .statusCode(404)
                .body("code", equalTo("edition.kind-unknown"));
    }

    @Test
    void aNearerDivisionsCardStandsBeforeTheCountysAndOneThatHasRunOutIsNotShown() {
        var county = administrator("370835");
        var township = administrator("370835205");
        draft(county, "policy-cards", CARDS + "NEAR-1,PA05,县里的,内容,来源,\nNEAR-2,PA05,过期的,内容,来源,2021-01-01\n");
        publish(county, "policy-cards");
        draft(township, "policy-cards", CARDS + "NEAR-1,PA05,镇里的,内容,来源,\n");
        publish(township, "policy-cards");

        cards("370835205", "PA05").body("items.title", contains("镇里的"));
        cards("370835206", "PA05").body("items.title", contains("县里的"));
        cards("370834", "PA05").body("items", empty());
    }

    @Test
    void visitDaysMoveByTheRuleOfTheDivisionAndTheHolidaysThatWerePublished() {
        var administrator = administrator("370830");
        draft(
                        administrator,
                        "visit-day-rules",
                        "from_month,days,on_holiday\n2021-10,5|15|25,NEXT_WORKING_DAY\n2021-99,5,HOLD\n2021-11,5,NEVER\n")
                .body("refused.code", contains("months.malformed", "csv.cell-not-in-list"));
        publish(administrator, "visit-day-rules");
        visitDays("2021-10").body("days", empty()).body("yearUnknown", equalTo(2021));

        Events.send(
                new YearPublished(
                        2021, List.of(new SpecialDay(LocalDate.of(2021, 10, 5), DayKind.HOLIDAY, "国庆节")), "370830"),
                Instant.now());

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> visitDays("2021-10")
                .body("days.date", contains("2021-10-06", "2021-10-15", "2021-10-25"))
                .body("days.moved", contains(true, false, false)));
        visitDays("2021-09").body("days.date", contains("2021-09-05", "2021-09-15", "2021-09-25"));
    }

    @Test
    void whoPublishedWhatIsInTheLogOfChanges() {
        var administrator = administrator("370833207");
        draft(administrator, "monthly-themes", "month,title,text\n2021-10,主题,内容\n");
        publish(administrator, "monthly-themes");

        assertThat(Tables.count(
                        "change_log where operation = 'publishEditions' and username = 'administrator-of-370833207'"))
                .isEqualTo(1);
    }

    private static ValidatableResponse visitDays(String month) {
        return as(Tokens.of("reader-of-370830").role("supervisor").division("370830"))
                .queryParam("month", month)
                .get("/api/visit-days")
                .then()
                .statusCode(200);
    }

    private static Tokens administrator(String division) {
        return Tokens.of("administrator-of-" + division).role("administrator").division(division);
    }

    private static ValidatableResponse draft(Tokens by, String kind, String sheet) {
        return put(by, "/api/editions/" + kind + "/drafts", sheet).statusCode(200);
    }

    private static ValidatableResponse publish(Tokens by, String kind) {
        return as(by).post("/api/editions/" + kind + "/publication")
                .then()
                .statusCode(200)
                .body("editions", notNullValue());
    }

    private static ValidatableResponse list(Tokens by, String kind, String state) {
        var call = as(by);
        return (state == null ? call : call.queryParam("state", state))
                .get("/api/editions/" + kind)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse cards(String division, String category) {
        return as(Tokens.of("reader-of-" + division).role("dispatcher").division(division))
                .queryParam("category", category)
                .get("/api/policy-cards")
                .then()
                .statusCode(200);
    }
}
