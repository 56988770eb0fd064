package cn.minyi5.routing.suggestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.County;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class SuggestionTest {

    private static final String ROADS = "DL01";
    private static final String WATER = "SW01";

    /** Three o'clock in the morning of Shanghai. */
    private static final Instant NIGHT = Instant.parse("2026-11-05T19:00:00Z");

    @Inject
    TrainModels training;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Test
    void whatACountyHasAnsweredTeachesItWhatANewTextSpeaksFor() {
        var county = taught();
        var order = asked(county, "西头的路灯又坏了，晚上看不见路");

        var suggested = as("dispatcher", county)
                .get("/api/work-orders/" + order + "/suggestions")
                .jsonPath();
        assertThat(suggested.getInt("modelVersion")).isEqualTo(1);
        assertThat(suggested.getString("categories[0].code")).isEqualTo(Taught.LAMPS);
        assertThat(suggested.getDouble("categories[0].confidence")).isGreaterThan(0.5);
        assertThat(suggested.getString("categories[0].words")).contains("路灯");
        assertThat(suggested.getString("departments[0].code")).isEqualTo(ROADS);
        var model = models(county);
        assertThat(model.getInt("items[0].learntFrom")).isEqualTo(24);
        assertThat(model.getInt("items[0].categories.orders")).isEqualTo(2);
        assertThat(model.getInt("items[0].departments.whereSure.size()")).isEqualTo(6);
    }

    @Test
    void aTownshipIsSuggestedAsTheTownshipOfTheOrdersOwnGrid() {
        var county = "370882";
        departments(county);
        Taught.answered(county + "101001001", county + "101", WATER);
        train(county);
        var elsewhere = Taught.order(county + "102001001", Taught.PIPES, "学校北边的路灯不亮");
        Taught.store(List.of(elsewhere));

        assertThat(as("dispatcher", county)
                        .get("/api/work-orders/" + elsewhere.order().id() + "/suggestions")
                        .jsonPath()
                        .getString("departments[0].code"))
                .isEqualTo(county + "102");
    }

    @Test
    void fromTooLittleNothingIsLearntAndThatIsSaid() {
        var county = "370883";
        departments(county);
        var order = asked(county, "路灯坏了");

        train(county);

        var setting = setting(county);
        assertThat(setting.getString("training.outcome")).isEqualTo("TOO_LITTLE_HISTORY");
        assertThat(setting.getString("training.wantedAt")).isNull();
        assertThat(setting.getString("versionInForce")).isNull();
        assertThat(as("dispatcher", county)
                        .get("/api/work-orders/" + order + "/suggestions")
                        .jsonPath()
                        .getList("categories"))
                .isEmpty();
    }

    @Test
    void whatNobodyHasAnsweredForYetAndComplaintsAboutOfficialsTeachNothing() {
        var county = taught("370884");
        var grid = county + "101001001";
        var deed = Lives.at(Instant.now());
        Taught.store(List.of(
                Taught.order(grid, Taught.LAMPS, "还没有派的路灯"),
                Taught.order(grid, Taught.LAMPS, "派了还没有签收的路灯")
                        .then(order -> order.dispatch(Assignment.byPerson(WATER, List.of()), null, deed)),
                Taught.answered(Taught.order(grid, "ZX02", "对路灯管理人员的意见"), ROADS)));

        train(county);

        assertThat(models(county).getInt("items[0].version")).isEqualTo(2);
        assertThat(models(county).getInt("items[0].learntFrom")).isEqualTo(24);
    }

    @Test
    void anAdministratorGoesBackToAnOlderVersionAndSwitchesSuggestionsOff() {
        var county = taught("370885");
        train(county);
        var order = asked(county, "路灯坏了，晚上看不见");
        assertThat(setting(county).getInt("versionInForce")).isEqualTo(2);

        set(county, Map.of("enabled", true, "version", 1)).then().statusCode(200);
        assertThat(version(county, order)).isEqualTo("1");
        set(county, Map.of("enabled", true, "version", 9)).then().statusCode(400);
        set(county, Map.of("enabled", false)).then().statusCode(200);
        assertThat(version(county, order)).isNull();
        set(county, Map.of("enabled", true)).then().statusCode(200);
        assertThat(version(county, order)).isEqualTo("2");
    }

    @Test
    void ofTwoCopiesThatLookAtOnceOneTrains() {
        var county = taught("370886");
        want(county);

        Taught.await(Uni.join()
                .all(IntStream.range(0, 4)
                        .mapToObj(copy -> training.trainDueAt(Taught.NOON))
                        .toList())
                .andFailFast());

        assertThat(models(county).getList("items.version")).containsExactly(2, 1);
    }

    @Test
    void inTheNightAnOldModelIsLearntAnewUnlessSuggestionsAreOff() {
        var old = taught("370887");
        var off = taught("370890");
        set(off, Map.of("enabled", false)).then().statusCode(200);
        var fresh = taught("370888");
        Taught.await(transactions.run(now -> sql.update(
                "update suggestion_training set tried_at = now() - interval '7 days' where division = any ($1)",
                List.of(old, off))));

        Taught.await(training.trainDueAt(Taught.NOON));
        assertThat(models(old).getList("items.version")).containsExactly(1);
        Taught.await(training.trainDueAt(NIGHT));

        assertThat(models(old).getList("items.version")).containsExactly(2, 1);
        assertThat(models(off).getList("items.version")).containsExactly(1);
        assertThat(models(fresh).getList("items.version")).containsExactly(1);
    }

    @Test
    void similarOrdersComeTheLikestFirstWithWhatBecameOfThemAndOnlyToWhoMaySeeThem() {
        var county = taught();
        var order = asked(county, "村东第3处水管漏水，快来修");
        Taught.store(List.of(Taught.order("370892101001001", Taught.PIPES, "村东第3处水管漏水，快来修")));

        var toDesk = similar("dispatcher", county, null, order);
        assertThat(toDesk.getList("items")).hasSize(10);
        assertThat(toDesk.getString("items[0].textStart")).contains("水管漏水");
        assertThat(toDesk.getString("items[0].resultCode")).isEqualTo("SOLVED");
        assertThat(toDesk.getString("items[0].lead")).isEqualTo(WATER);
        assertThat(toDesk.<Float>getList("items.likeness")).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(toDesk.getList("items.lead")).containsOnly(WATER);
        assertThat(as("clerk", county, ROADS)
                        .get("/api/work-orders/" + order + "/similar")
                        .statusCode())
                .isEqualTo(404);
        var theirs = UUID.fromString(toDesk.getString("items[0].id"));
        assertThat(similar("clerk", county, WATER, theirs).getList("items.id"))
                .hasSize(10)
                .doesNotContain(order.toString());
    }

    @Test
    void toAComplaintAboutOfficialsNothingIsSimilarAndNothingIsSuggested() {
        var county = taught();
        var complaint = Taught.answered(Taught.order(county + "101001001", "ZX02", "对路灯管理人员的意见"), ROADS);
        Taught.store(List.of(complaint));
        var id = complaint.order().id();

        assertThat(similar("supervisor", county, null, id).getList("items")).isEmpty();
        assertThat(as("supervisor", county)
                        .get("/api/work-orders/" + id + "/suggestions")
                        .jsonPath()
                        .getList("categories"))
                .isEmpty();
        assertThat(as("dispatcher", county)
                        .get("/api/work-orders/" + id + "/similar")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyWhereAPolicySaysSoASuggestionDecidesAndTheTimelineNamesBoth() {
        var county = taught();
        var grid = county + "101001001";
        var office = County.supervisorOf(county);
        assertThat(County.see(office, County.forward("ZX01", grid, office)).getString("state"))
                .isEqualTo("AWAITING_DISPATCH");

        policy(county, 0.5);
        var decided = County.see(office, County.forward("ZX01", grid, office));
        assertThat(decided.getString("state")).isEqualTo("AWAITING_SIGN");
        assertThat(decided.getString("lead")).isEqualTo(WATER);
        assertThat(decided.getString("timeline[1].by")).isEqualTo("自动");
        assertThat(decided.getString("timeline[1].words")).contains("第1号自动派单规则", "建议模型第1版", "ZX01");

        policy(county, 1);
        assertThat(County.see(office, County.forward("ZX01", grid, office)).getString("state"))
                .isEqualTo("AWAITING_DISPATCH");
        as("administrator", county)
                .delete("/api/suggestion-policies/ZX01")
                .then()
                .statusCode(204);
        assertThat(as("dispatcher", county)
                        .get("/api/suggestion-policies")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private static void policy(String county, double minimumConfidence) {
        as("administrator", county)
                .contentType("application/json")
                .body(Map.of("minimumConfidence", minimumConfidence))
                .put("/api/suggestion-policies/ZX01")
                .then()
                .statusCode(200);
    }

    private static JsonPath similar(String role, String county, String department, UUID order) {
        return as(role, county, department)
                .get("/api/work-orders/" + order + "/similar")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The one that nobody teaches anything else. */
    private static String taught() {
        var county = "370881";
        if (models(county).getList("items").isEmpty()) {
            taught(county);
        }
        return county;
    }

    private static String taught(String county) {
        departments(county);
        Taught.answered(county + "101001001", ROADS, WATER);
        train(county);
        return county;
    }

    private static void departments(String county) {
        as("administrator", county)
                .contentType("text/csv; charset=utf-8")
                .body("code,name\n%s,路政\n%s,水务\n%s101,甲镇\n%s102,乙镇\n".formatted(ROADS, WATER, county, county))
                .put("/api/departments")
                .then()
                .statusCode(200);
    }

    private static UUID asked(String county, String text) {
        var order = Taught.order(county + "101001001", Taught.PIPES, text);
        Taught.store(List.of(order));
        return order.order().id();
    }

    private static void train(String county) {
        want(county);
        Taught.trainsWhatIsWanted();
    }

    private static void want(String county) {
        as("administrator", county)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/suggestion-models")
                .then()
                .statusCode(202);
    }

    private static JsonPath models(String county) {
        return as("administrator", county).get("/api/suggestion-models").jsonPath();
    }

    private static JsonPath setting(String county) {
        return as("dispatcher", county).get("/api/suggestion-setting").jsonPath();
    }

    private static Response set(String county, Map<String, Object> setting) {
        return as("administrator", county)
                .contentType("application/json")
                .body(setting)
                .put("/api/suggestion-setting");
    }

    private static String version(String county, UUID order) {
        return as("dispatcher", county)
                .get("/api/work-orders/" + order + "/suggestions")
                .jsonPath()
                .getString("modelVersion");
    }

    private static RequestSpecification as(String role, String county) {
        return as(role, county, null);
    }

    private static RequestSpecification as(String role, String county, String department) {
        var token = Tokens.of(role + "-" + county + "-" + department).role(role).division(county);
        return given().header("Authorization", (department == null ? token : token.department(department)).bearer());
    }
}
