package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 试算. A draft beside the version in force, over the orders of these months. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WhatIfTest {

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void aDraftShowsWhichOrdersWouldMoveAndWhoWouldGainAndLose() {
        var moved = County.forward(County.ONE_RULE);
        var stays = County.forward(County.ONE_RULE, County.OTHER_TOWNSHIP_GRID);
        var decided = County.forward(County.NO_RULE);
        var secret = County.forward(County.COMPLAINT_ABOUT_OFFICIALS);
        var draft = draft("GS02,,JX03,,第1条\nGS02,370828101001,JX04,,第2条\nYZ,,TOWNSHIP,,第3条\nZX,,JX04,,第4条\n");

        var all = items(draft);

        assertThat(order(all, moved))
                .containsEntry("from", County.WATER)
                .containsEntry("to", County.POWER)
                .containsEntry("handledBy", County.WATER)
                .containsEntry("clause", "第2条")
                .containsEntry("row", 3);
        assertThat(order(all, decided)).containsEntry("to", County.TOWNSHIP).doesNotContainKey("from");
        assertThat(order(all, stays)).isNull();
        assertThat(order(all, secret)).isNull();
        var summary = ask(County.administrator(), draft, Map.of("limit", "1")).jsonPath();
        assertThat(summary.getLong("moved")).isEqualTo(all.size());
        assertThat(summary.getLong("orders")).isGreaterThan(summary.getLong("moved"));
        assertThat(summary.getLong("departments.find { it.department == 'JX04' }.gains"))
                .isPositive();
        assertThat(summary.getLong("departments.find { it.department == 'JX03' }.losses"))
                .isPositive();
        assertThat(summary.getLong("departments.find { it.department == null }.losses"))
                .isPositive();
    }

    @Test
    void aDraftThatSaysTheSameMovesNothing() {
        var same = ask(County.administrator(), draft(rulesInForce()), Map.of()).jsonPath();

        assertThat(same.getLong("moved")).isZero();
        assertThat(same.getList("items")).isEmpty();
        assertThat(same.getList("departments")).isEmpty();
    }

    @Test
    void whoAnswersForATownshipSeesItsOrdersAlone() {
        County.forward(County.ONE_RULE, County.OTHER_TOWNSHIP_GRID);
        var draft = draft("GS02,,JX04,,第1条\n");
        var ofTownship =
                Tokens.of("d").role("dispatcher").division(County.TOWNSHIP).bearer();

        assertThat(ask(ofTownship, draft, Map.of("limit", "200")).jsonPath().getList("items.gridCode", String.class))
                .allMatch(grid -> grid.startsWith(County.TOWNSHIP));
        assertThat(ask(County.supervisorOf("370829"), draft, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(ask(County.administrator(), draft, Map.of("from", "2020-01", "to", "2021-12"))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("what-if.months-malformed");
    }

    private static Map<String, Object> order(List<Map<String, Object>> items, UUID id) {
        return items.stream()
                .filter(item -> item.get("workOrderId").equals(id.toString()))
                .findFirst()
                .orElse(null);
    }

    /** All pages. */
    private static List<Map<String, Object>> items(int draft) {
        var all = new ArrayList<Map<String, Object>>();
        for (var after = ""; after != null; ) {
            JsonPath page = ask(County.administrator(), draft, Map.of("limit", "3", "after", after))
                    .jsonPath();
            all.addAll(page.getList("items"));
            after = page.getString("next");
        }
        return all;
    }

    private static String rulesInForce() {
        return County.CATALOGUE.substring(County.CATALOGUE.indexOf('\n') + 1);
    }

    private static Response ask(String bearer, int draft, Map<String, String> query) {
        var month = YearMonth.now(CountyTime.ZONE);
        var request = given().header("Authorization", bearer).queryParams(query);
        if (!query.containsKey("from")) {
            // At midnight after the last day of a month the orders are of the one that begins.
            request.queryParam("from", month.toString())
                    .queryParam("to", month.plusMonths(1).toString());
        }
        return request.get("/api/catalogue-versions/" + draft + "/what-if");
    }

    private static int draft(String rows) {
        return given().header("Authorization", County.administrator())
                .contentType("text/csv; charset=utf-8")
                .body("category_prefix,division_prefix,lead,assisting,clause\n" + rows)
                .post("/api/catalogue-versions?effective-from=2021-01-01")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("version");
    }
}
