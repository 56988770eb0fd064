package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.visit;
import static cn.minyi5.intake.Submissions.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class GradingTest {

    private static final String HEADER = "rule_no,category_prefix,words,urgency,category,reason\n";
    private static final String RULES =
            HEADER + """
            1,,坍塌、漏电,URGENT,,危及人身安全
            2,,法院、律师,,PA05,说的是法律援助
            """;
    private static final String TEXT = "院墙要坍塌，法院说找律师";

    private final UUID id = UUID.randomUUID();
    private County.Team team;

    @BeforeEach
    void rulesOfTheCounty() {
        team = County.team();
        noRulesForOthers();
        load(County.administrator(), RULES).statusCode(200).body("accepted", equalTo(2));
    }

    @AfterEach
    void noRulesForOthers() {
        load(County.administrator(), HEADER).statusCode(200);
        load(cityAdministrator(), HEADER).statusCode(200);
    }

    @Test
    void whereTheSecretarySaysNothingTheRulesDecideAndTheDepartmentHearsIt() {
        team.submit(visit(team.grid(), without(forwarded(id, County.WATER, TEXT), "urgency")));

        as(team.secretary())
                .get("/api/requests/{id}", id)
                .then()
                .body("urgency", equalTo("URGENT"))
                .body("categoryCode", equalTo(County.WATER))
                .body("grading.urgency", equalTo("URGENT"))
                .body("grading.category", equalTo("PA05"))
                .body("grading.reason", equalTo("危及人身安全；说的是法律援助"));
        await().atMost(Duration.ofSeconds(20)).until(() -> !Events.of(RequestEvent.Forwarded.class, id.toString())
                .isEmpty());
        assertThat(Events.of(RequestEvent.Forwarded.class, id.toString()))
                .singleElement()
                .satisfies(told -> assertThat(told.event().urgency()).isEqualTo(Urgency.URGENT));
    }

    @Test
    void herWordWinsAndBothAreKept() {
        team.submit(visit(team.grid(), forwarded(id, County.WATER, TEXT)));

        as(team.secretary())
                .get("/api/requests/{id}", id)
                .then()
                .body("urgency", equalTo("NORMAL"))
                .body("grading.urgency", equalTo("URGENT"));
    }

    @Test
    void whereNoRuleSpeaksNothingIsSaidAndTheRequestIsNormal() {
        team.submit(visit(team.grid(), without(forwarded(id), "urgency")));

        as(team.secretary())
                .get("/api/requests/{id}", id)
                .then()
                .body("urgency", equalTo("NORMAL"))
                .body("grading", nullValue());
    }

    @Test
    void aSubmissionThatComesAgainAfterTheRulesChangedIsTheSame() {
        var again =
                visit(UUID.randomUUID(), team.grid(), List.of(without(forwarded(id, County.WATER, TEXT), "urgency")));
        team.submit(again);
        load(County.administrator(), HEADER).statusCode(200);

        team.submit(again);

        as(team.secretary()).get("/api/requests/{id}", id).then().body("urgency", equalTo("URGENT"));
    }

    @Test
    void rulesThatWereJustPublishedGradeTheNextSubmission() {
        team.submit(visit(team.grid(), without(forwarded(UUID.randomUUID(), County.WATER, "桥面塌陷"), "urgency")));
        load(County.administrator(), HEADER + "1,,塌陷,URGENT,,危及人身安全\n").statusCode(200);

        team.submit(visit(team.grid(), without(forwarded(id, County.WATER, "桥面塌陷"), "urgency")));

        as(team.secretary()).get("/api/requests/{id}", id).then().body("urgency", equalTo("URGENT"));
    }

    @Test
    void sheIsToldWhatTheRulesThinkBeforeShePutsItDown() {
        propose(team.secretary(), Map.of("gridCode", team.grid(), "text", TEXT))
                .statusCode(200)
                .body("urgency", equalTo("URGENT"))
                .body("category", equalTo("PA05"));
        propose(team.secretary(), Map.of("gridCode", team.grid(), "categoryCode", "PA05", "text", "找律师"))
                .body("urgency", equalTo("NORMAL"))
                .body("category", nullValue())
                .body("reason", nullValue());
        propose(
                        Tokens.of("elsewhere")
                                .role("secretary")
                                .division("370829")
                                .team("T1"),
                        Map.of("gridCode", team.grid(), "text", TEXT))
                .statusCode(404)
                .body("code", equalTo("grid.unknown"));
        propose(team.secretary(), Map.of("text", TEXT)).statusCode(400).body("field", equalTo("gridCode"));
    }

    @Test
    void theRulesOfACountyAreForNobodyElseAndThoseOfItsCityForAllItsCounties() {
        // Other tests may have left some there.
        load(Tokens.of("neighbour").role("administrator").division("370829"), HEADER)
                .statusCode(200);
        load(cityAdministrator(), HEADER + "9,,洪水,URGENT,,防汛\n").statusCode(200);

        as(County.supervisor()).get("/api/grading-rules").then().body("items.number", hasItems(1, 2, 9));
        as(Tokens.of("neighbour").role("supervisor").division("370829"))
                .get("/api/grading-rules")
                .then()
                .body("items.number", hasItem(9))
                .body("total", equalTo(1));
    }

    @Test
    void oneBadRowLeavesAllRulesAsTheyWere() {
        load(
                        County.administrator(),
                        HEADER
                                + """
                                1,,坍塌,URGENT,,危及人身安全
                                2,,,URGENT,,一律从急
                                3,,水管,,XX99,没有这一类
                                4,GS,,SOON,,没有这一级
                                1,,火灾,URGENT,,编号重复
                                5,GS,,,,两样都没有
                                """)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body(
                        "refused.code",
                        equalTo(List.of(
                                "grading.rule-for-everything",
                                "grading.category-unknown",
                                "csv.cell-not-in-list",
                                "csv.row-twice",
                                "grading.rule-for-one-thing")));
        as(County.supervisor()).get("/api/grading-rules").then().body("total", equalTo(2));
    }

    @Test
    void aTownshipHasNoRulesOfItsOwn() {
        load(Tokens.of("town").role("administrator").division("370828101"), RULES)
                .statusCode(403)
                .body("code", equalTo("category.county-only"));
    }

    private static Tokens cityAdministrator() {
        return Tokens.of("city-administrator").role("administrator").division(County.CITY);
    }

    private static ValidatableResponse load(Tokens who, String rules) {
        return County.put(who, "/api/grading-rules", rules);
    }

    private static ValidatableResponse propose(Tokens who, Map<String, Object> question) {
        return as(who).body(question).post("/api/grading-proposals").then();
    }
}
