package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class AccessTest {

    @Inject
    EventTime eventTime;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/clocks",
                "/api/notices",
                "/api/notices/01980000-0000-7000-8000-000000000000",
                "/api/figures?from=2021-09&to=2021-09",
                "/api/figures/collected/rows?from=2021-09&to=2021-09",
                "/api/bulletins",
                "/api/blindness",
                "/api/policies"
            })
    void withoutAValidLoginOneGets401AndWithTheWrongRole403(String path) {
        People.nobody().get(path).then().statusCode(401).body("code", equalTo("actor.unknown"));
        People.as(Tokens.of("supervisor001")
                        .role("supervisor")
                        .division("370828")
                        .expired())
                .get(path)
                .then()
                .statusCode(401);
        People.secretary().get(path).then().statusCode(403).body("code", equalTo("actor.wrong-role"));
    }

    @Test
    void aNoticeIsThereForItsDepartmentAndItsPlaceOnly() {
        var notice = "/api/notices/" + noticeTo("ACCESS1", "TS99", false);

        People.supervisor()
                .get(notice)
                .then()
                .statusCode(200)
                .body("department", equalTo("ACCESS1"))
                .body("clock", equalTo("SIGN"));
        People.headOf("ACCESS1").get(notice).then().statusCode(200);
        People.clerkOf("ACCESS1").get(notice).then().statusCode(200);
        People.supervisorOf("370828101").get(notice).then().statusCode(200);
        People.headOf("ACCESS2").get(notice).then().statusCode(404).body("code", equalTo("notice.unknown"));
        People.supervisorOf("370829").get(notice).then().statusCode(404);
        People.supervisorOf("370828001").get(notice).then().statusCode(404);
    }

    @Test
    void listsCountOnlyWhatTheAskerSees() {
        noticeTo("ACCESS3", "TS99", false);

        assertThat(totalOf(People.headOf("ACCESS3"), "/api/notices")).isEqualTo(1);
        assertThat(totalOf(People.headOf("ACCESS3"), "/api/clocks")).isEqualTo(2);
        assertThat(totalOf(People.headOf("ACCESS4"), "/api/notices")).isZero();
        assertThat(totalOf(People.supervisorOf("370829"), "/api/clocks")).isZero();
        assertThat(totalOf(People.supervisor(), "/api/notices?department=ACCESS3"))
                .isEqualTo(1);
        assertThat(totalOf(People.supervisor(), "/api/notices?department=ACCESS3&year=2001"))
                .isZero();
    }

    @Test
    void whatIsConfidentialIsForTheCountysSupervisionOfficeAlone() {
        var notice = "/api/notices/" + noticeTo("DUCHA", "TS98", true);

        People.supervisor().get(notice).then().statusCode(200);
        People.supervisorOf("370828101").get(notice).then().statusCode(404);
        People.dispatcher().get(notice).then().statusCode(404);
        People.headOf("DUCHA").get(notice).then().statusCode(404);
        assertThat(totalOf(People.headOf("DUCHA"), "/api/clocks")).isZero();
    }

    @Test
    void clocksAreListedByDueMomentPageByPageAndNarrowedByStateAndTimeLeft() {
        var start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        eventTime.passUntil(start.minusMillis(1));
        var category = Policies.ofSeconds("REPLY");
        for (int i = 0; i < 3; i++) {
            new Story(category, "PAGES").dispatched(start.plusMillis(i)).signed(start.plusMillis(10));
        }
        eventTime.passUntil(start.plusMillis(20));

        var first = People.headOf("PAGES").get("/api/clocks?limit=4").jsonPath();
        var second = People.headOf("PAGES")
                .queryParam("after", first.getString("next"))
                .get("/api/clocks?limit=4")
                .jsonPath();

        assertThat(first.getInt("total")).isEqualTo(6);
        assertThat(first.<String>getList("items.clock")).containsExactly("REPLY", "REPLY", "REPLY", "SIGN");
        assertThat(second.<String>getList("items.clock")).containsExactly("SIGN", "SIGN");
        assertThat(second.getString("next")).isNull();
        assertThat(totalOf(People.headOf("PAGES"), "/api/clocks?state=STOPPED")).isEqualTo(3);
        assertThat(totalOf(People.headOf("PAGES"), "/api/clocks?state=RUNNING")).isEqualTo(3);
        assertThat(totalOf(People.headOf("PAGES"), "/api/clocks?due-within=PT-1S"))
                .isZero();
        People.headOf("PAGES")
                .get("/api/clocks?state=ASLEEP")
                .then()
                .statusCode(400)
                .body("code", equalTo("clock.state-unknown"));
        People.headOf("PAGES")
                .get("/api/clocks?due-within=soon")
                .then()
                .statusCode(400)
                .body("code", equalTo("clock.due-within-malformed"));
        People.headOf("PAGES")
                .get("/api/clocks?due-within=P999999999D")
                .then()
                .statusCode(400)
                .body("code", equalTo("clock.due-within-malformed"));
        People.headOf("PAGES").get("/api/clocks?limit=1000").then().statusCode(400);
    }

    /** Returns the notice's id. */
    private String noticeTo(String department, String category, boolean confidential) {
        if (eventTime.number("select count(*) from sla_policy where category_prefix = $1", category) == 0) {
            Policies.add(category, "SIGN", "PT2S", "PT1S");
        }
        var start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        eventTime.passUntil(start.minusMillis(1));
        var story = new Story(category, department, Story.GRID, confidential, false).dispatched(start);
        eventTime.passUntil(start.plusSeconds(10));
        return Events.of(NoticeEvent.Issued.class).stream()
                .map(Events.Heard::event)
                .filter(notice -> notice.workOrderId().equals(story.id))
                .findFirst()
                .orElseThrow()
                .noticeId()
                .toString();
    }

    private static int totalOf(RequestSpecification as, String path) {
        return as.get(path).then().statusCode(200).extract().path("total");
    }
}
