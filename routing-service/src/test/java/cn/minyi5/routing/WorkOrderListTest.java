package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WorkOrderListTest {

    /** Grids that no other test forwards from. */
    private static final String GRID_OF_PAGES = "370828103001001";

    private static final String GRID_OF_FILTERS = "370828104001001";
    private static final String GRID_OF_COUNTS = "370828105001001";

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndKnowTheTotal() {
        var sent = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            sent.add(County.forward(County.ONE_RULE, GRID_OF_PAGES).toString());
        }

        assertThat(pages(County.dispatcher())).isEqualTo(sent);
        assertThat(pages(County.clerkOf(County.WATER))).as("who leads").isEqualTo(sent);
        assertThat(pages(County.clerkOf(County.POWER))).as("who assists").isEqualTo(sent);
    }

    @Test
    void filtersNarrowTheListAndTheTotalAlike() {
        var waiting = County.forward(County.NO_RULE, GRID_OF_FILTERS).toString();
        var signed = County.forward(County.ONE_RULE, GRID_OF_FILTERS);
        County.sign(signed);

        assertThat(found("state", "AWAITING_DISPATCH")).containsExactly(waiting);
        assertThat(found("state", "IN_PROGRESS")).containsExactly(signed.toString());
        assertThat(found("category", "GS")).containsExactly(signed.toString());
        assertThat(found("department", County.POWER)).containsExactly(signed.toString());
        assertThat(found("department", "JX99")).isEmpty();
        assertThat(given().header("Authorization", County.dispatcher())
                        .queryParam("place", GRID_OF_FILTERS)
                        .queryParam("state", "IN_PROGRESS", "AWAITING_DISPATCH")
                        .get("/api/work-orders")
                        .jsonPath()
                        .getInt("total"))
                .as("several states")
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeAskedIsRefusedByField() {
        assertThat(refusal("state", "LOST")).isEqualTo("400 work-order.state-unknown state");
        assertThat(refusal("sort", "size")).isEqualTo("400 work-order.sort-unknown sort");
        assertThat(refusal("due-before", "soon")).isEqualTo("400 moment.malformed due-before");
        assertThat(refusal("after", "tomorrow")).isEqualTo("400 page.after-malformed after");
        assertThat(refusal("limit", "1000")).isEqualTo("400 input.invalid limit");
    }

    @Test
    void countsAreByStateAndByTheMonthOfTheVisit() {
        County.forward(County.ONE_RULE, GRID_OF_COUNTS);
        County.forward(County.NO_RULE, GRID_OF_COUNTS);
        var inTheTownship =
                Tokens.of("d").role("dispatcher").division("370828105").bearer();

        var november = counts(inTheTownship, "2026-11", "2026-11");

        assertThat(november.getInt("total")).isEqualTo(2);
        assertThat(november.getInt("byState.AWAITING_SIGN")).isEqualTo(1);
        assertThat(november.getInt("byState.AWAITING_DISPATCH")).isEqualTo(1);
        assertThat(november.getInt("byState.CLOSED")).isZero();
        assertThat(counts(inTheTownship, "2026-12", "2027-01").getInt("total")).isZero();
    }

    private static List<String> pages(String bearer) {
        var ids = new ArrayList<String>();
        for (var after = ""; after != null; ) {
            var page = County.list(bearer, Map.of("place", GRID_OF_PAGES, "limit", "2", "after", after));
            assertThat(page.getInt("total")).isEqualTo(5);
            ids.addAll(page.getList("items.id"));
            after = page.getString("next");
        }
        return ids;
    }

    private static List<String> found(String filter, String value) {
        var page = County.list(County.dispatcher(), Map.of("place", GRID_OF_FILTERS, filter, value));
        assertThat(page.getInt("total")).isEqualTo(page.getList("items").size());
        assertThat(page.getString("next")).isNull();
        return page.getList("items.id");
    }

    private static String refusal(String parameter, String value) {
        var answer = given().header("Authorization", County.dispatcher())
                .queryParam(parameter, value)
                .get("/api/work-orders");
        return answer.statusCode() + " " + answer.jsonPath().getString("code") + " "
                + answer.jsonPath().getString("field");
    }

    private static JsonPath counts(String bearer, String from, String to) {
        return given().header("Authorization", bearer)
                .queryParam("from", from)
                .queryParam("to", to)
                .get("/api/work-order-counts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
