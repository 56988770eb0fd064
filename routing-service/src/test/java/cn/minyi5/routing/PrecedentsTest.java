package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 会商先例. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class PrecedentsTest {

    private static final String MINUTES = "经会商，镇水厂管网以外的低压供电由供电公司负责，13812345678";

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void aRulingIsShownWithTheNextOrderOfItsKind() {
        var ruled = ruledOn(County.GRID);
        var elsewhere = ruledOn(County.OTHER_TOWNSHIP_GRID);
        var order = County.forward(County.ONE_RULE, County.GRID);

        var shown = similar(County.dispatcher(), order);

        assertThat(shown.getList("items.workOrderId"))
                .contains(ruled.toString(), elsewhere.toString())
                .doesNotContain(order.toString());
        assertThat(shown.getList("items.gridCode")).startsWith(County.GRID);
        var precedent = "items.find { it.workOrderId == '" + ruled + "' }";
        assertThat(shown.getString(precedent + ".lead")).isEqualTo(County.POWER);
        assertThat(shown.getList(precedent + ".returnedBy")).containsExactly(County.WATER);
        assertThat(shown.getString(precedent + ".minutes")).startsWith("经会商").doesNotContain("13812345678");
    }

    @Test
    void rulingsAreFoundByTheirWordsPageByPage() {
        var first = ruledOn(County.GRID);
        var second = ruledOn(County.GRID);
        var query = Map.of("text", "低压供电", "category", "GS", "place", "370828101", "limit", "1");

        var latest = precedents(County.dispatcher(), query);
        var next = precedents(County.dispatcher(), with(query, latest.getString("next")));

        assertThat(latest.getList("items.workOrderId")).containsExactly(second.toString());
        assertThat(next.getList("items.workOrderId")).containsExactly(first.toString());
        assertThat(precedents(County.dispatcher(), Map.of("text", "无此说法")).getList("items"))
                .isEmpty();
    }

    @Test
    void whoDoesNotSeeTheOrderDoesNotSeeItsPrecedent() {
        var ruled = ruledOn(County.GRID);

        assertThat(ids(County.clerkOf(County.POWER))).contains(ruled.toString());
        assertThat(ids(County.clerkOf("JX99"))).isEmpty();
        assertThat(ids(County.supervisorOf("370829"))).isEmpty();
    }

    @Test
    void whoReturnsTheLikeOfItReadsTheRulingAlsoWhereOthersWereThePartiesButNotTheirOrder() {
        var ruled = ruledOn(County.GRID);
        var order = County.forward(County.ONE_RULE, County.GRID);

        var ofReturning = similar(County.clerkOf(County.WATER), order);

        assertThat(ofReturning.getList("items.workOrderId")).contains(ruled.toString());
        assertThat(similar(County.supervisor(), order).getList("items.workOrderId"))
                .contains(ruled.toString());
        given().header("Authorization", County.clerkOf(County.WATER))
                .get("/api/work-orders/" + ruled)
                .then()
                .statusCode(404);
        for (var stranger : List.of(County.clerkOf("JX99"), County.supervisorOf("370829"))) {
            given().header("Authorization", stranger)
                    .get("/api/work-orders/" + order + "/precedents")
                    .then()
                    .statusCode(404);
        }
    }

    private static UUID ruledOn(String grid) {
        var order = County.forward(County.ONE_RULE, grid);
        done(County.returnAsNotOurs(County.WATER, order).statusCode());
        var rejection = Map.of("accept", false, "reason", "职责范围内");
        done(County.act(County.dispatcher(), order, "return-ruling", rejection).statusCode());
        done(County.returnAsNotOurs(County.WATER, order).statusCode());
        var ruling = Map.of("lead", County.POWER, "minutes", MINUTES);
        done(County.act(County.supervisor(), order, "arbitration-ruling", ruling)
                .statusCode());
        return order;
    }

    private static void done(int status) {
        assertThat(status).isEqualTo(200);
    }

    private static Map<String, String> with(Map<String, String> query, String after) {
        var next = new java.util.HashMap<>(query);
        next.put("after", after);
        return next;
    }

    private static List<String> ids(String bearer) {
        return precedents(bearer, Map.of("limit", "200")).getList("items.workOrderId");
    }

    private static JsonPath precedents(String bearer, Map<String, String> query) {
        return ok(given().header("Authorization", bearer).queryParams(query).get("/api/precedents"));
    }

    private static JsonPath similar(String bearer, UUID order) {
        return ok(given().header("Authorization", bearer)
                .queryParam("limit", 50)
                .get("/api/work-orders/" + order + "/precedents"));
    }

    private static JsonPath ok(io.restassured.response.Response answer) {
        return answer.then().statusCode(200).extract().jsonPath();
    }
}
