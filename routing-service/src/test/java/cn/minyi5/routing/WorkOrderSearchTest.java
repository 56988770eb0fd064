package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WorkOrderSearchTest {

    /** Grids that no other test forwards from. */
    private static final String GRID = "370828101907001";

    private static final String GRID_OF_HOLDINGS = "370828101907002";

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void chineseIsFoundAnywhereInASentenceAndOtherWordsAndNumbersByTheirBeginning() {
        var lamp = asked(County.ONE_RULE, "村东头路灯坏了三天，孩子夜里上学看不清。");
        var well = asked(County.ONE_RULE, "机井变压器 SBH15 冒烟，浇不上地");

        assertThat(found("路灯")).containsExactly(lamp);
        assertThat(found("路灯 上学")).as("all of it").containsExactly(lamp);
        assertThat(found("路灯 浇地")).isEmpty();
        assertThat(found("井")).as("a single character").containsExactly(well);
        assertThat(found("ｓｂｈ1")).as("in whatever letters").containsExactly(well);
        assertThat(found(County.see(lamp).getString("number"))).containsExactly(lamp);
        assertThat(found("路灯。")).containsExactly(lamp);
        assertThat(found("。")).isEmpty();
    }

    @Test
    void whatIsAnsweredIsFoundToo() {
        var order = asked(County.ONE_RULE, "自来水有铁锈味。");
        County.sign(order);
        County.assist(order);
        County.act(
                County.clerkOf(County.WATER),
                order,
                "reply",
                Map.of("resultCode", "SOLVED", "text", "已冲洗管道并更换滤芯。", "contactLog", "电话联系"));

        assertThat(found("滤芯")).containsExactly(order);
        assertThat(found("铁锈")).containsExactly(order);
    }

    @Test
    void onlyWhatOneMaySeeIsFound() {
        var order = asked(County.ONE_RULE, "垃圾桶满溢无人清运");
        var complaint = asked("ZX02", "某干部垃圾桶态度生硬");

        assertThat(found(County.clerkOf(County.WATER), "垃圾")).containsExactly(order);
        assertThat(found(County.clerkOf(County.POWER), "垃圾")).containsExactly(order);
        assertThat(found(County.clerkOf("JX77"), "垃圾")).isEmpty();
        assertThat(found(County.dispatcher(), "垃圾")).containsExactly(order);
        assertThat(found(County.secretaryOf(County.TEAM), "垃圾")).containsExactly(order);
        assertThat(found(County.secretaryOf("MQ-999"), "垃圾")).isEmpty();
        assertThat(found(County.supervisor(), "垃圾")).containsExactlyInAnyOrder(order, complaint);
        assertThat(sheet(County.dispatcher(), "垃圾"))
                .as("the same rule for files")
                .contains("垃圾桶满溢")
                .doesNotContain("态度");
    }

    @Test
    void aFileHasTheWholeListAndNoFormulas() {
        asked(County.ONE_RULE, "=HYPERLINK(\"x\")，收音机声音大");
        asked(County.ONE_RULE, "收音机声音小");

        var lines = sheet(County.clerkOf(County.WATER), "收音机").split("\r\n");

        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("\ufeff工单号,外部编号,状态");
        assertThat(lines[1]).contains("'=HYPERLINK");
    }

    @Test
    void whoHoldsWhatIsCountedByStateForThoseWhoLead() {
        County.sign(County.forward(County.ONE_RULE, GRID_OF_HOLDINGS));
        County.forward(County.NO_RULE, GRID_OF_HOLDINGS);

        var ofAll = holdings(County.dispatcher());
        var ofWater = holdings(County.clerkOf(County.WATER));

        assertThat(ofAll).anySatisfy(waiting -> assertThat(waiting)
                .doesNotContainKey("department")
                .extractingByKey("byState")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("AWAITING_DISPATCH"));
        assertThat(ofAll).extracting(held -> held.get("department")).contains(County.WATER);
        assertThat(ofWater).singleElement().satisfies(held -> assertThat(held)
                .containsEntry("department", County.WATER)
                .containsKey("open"));
        assertThat(holdings(County.clerkOf(County.POWER)))
                .as("who assists holds nothing")
                .noneMatch(held -> held.get("department").equals(County.WATER));
    }

    @Test
    void aSearchThatMoreThanAThousandOrdersMatchTellsAFloorAndNoTotal() {
        var office = County.supervisorOf("370881");
        askedOften(1, 1_000);
        awaitTotal(office, 1_000);
        assertThat(sought(office).<Object>get("totalMoreThan")).isNull();

        askedOften(1_001, 1_001);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var page = sought(office);
            assertThat(page.<Object>get("total")).isNull();
            assertThat(page.getLong("totalMoreThan")).isEqualTo(1_000);
            assertThat(page.getList("items")).hasSize(50);
            assertThat(page.getString("next")).isNotNull();
        });
    }

    private static void awaitTotal(String office, int total) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(sought(office).<Integer>get("total")).isEqualTo(total));
    }

    private static JsonPath sought(String office) {
        return County.list(office, Map.of("text", "蝗虫"));
    }

    /** In a county of its own, whose lists no other test walks. */
    private static void askedOften(int from, int to) {
        IntStream.rangeClosed(from, to)
                .forEach(n -> Events.send(request("370881101001001", County.NO_RULE, "蝗虫第" + n + "处"), Instant.now()));
    }

    private static UUID asked(String category, String text) {
        var request = request(GRID, category, text);
        Events.send(request, Instant.now());
        return County.orderOf(request.requestId());
    }

    private static RequestEvent.Forwarded request(String grid, String category, String text) {
        return new RequestEvent.Forwarded(
                UUID.randomUUID(),
                UUID.randomUUID(),
                grid,
                category,
                Urgency.NORMAL,
                text,
                new RequestEvent.MaskedCitizen(false, "王**", "138****5678"),
                County.TEAM,
                OffsetDateTime.parse("2026-11-05T09:00:00+08:00"),
                false,
                null,
                null);
    }

    private static List<UUID> found(String text) {
        return found(County.clerkOf(County.WATER), text);
    }

    private static List<UUID> found(String bearer, String text) {
        var page = County.list(bearer, Map.of("place", GRID, "text", text));
        assertThat(page.getInt("total")).isEqualTo(page.getList("items").size());
        return page.getList("items.id", UUID.class);
    }

    private static String sheet(String bearer, String text) {
        return given().header("Authorization", bearer)
                .queryParams(Map.of("place", GRID, "text", text))
                .get("/api/work-orders.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<Map<String, Object>> holdings(String bearer) {
        return given().header("Authorization", bearer)
                .get("/api/work-order-holdings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }
}
