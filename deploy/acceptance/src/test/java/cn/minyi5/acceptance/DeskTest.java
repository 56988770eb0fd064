package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.county.demo.MorningsWork;
import cn.minyi5.county.demo.Narration;
import cn.minyi5.local.stack.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A morning at the desks, with a real browser and by the keyboard: a clerk's, and that of the dispatch desk. First it is
 * looked at as it lies there, then it is worked through.
 */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskTest {

    private static final String CLERK = DemoPersons.clerk(MorningsWork.DEPARTMENT);
    private static final String ORDERS = "/api/work-orders";

    private static Stack stack;
    private static County county;
    private static URI desks;

    @TempDir
    Path kept;

    @BeforeAll
    static void aMorningsWorkLiesOnTheDesks() {
        stack = TheCounty.loaded();
        county = new County(stack.home());
        desks = stack.address(Stack.ROUTING).resolve("/");
        new MorningsWork(county, new Narration()).lay();
    }

    @Test
    @Order(4)
    void aClerkSignsTenAnswersThreeAndReturnsOneWithoutTheMouse() {
        var before = counts(CLERK);
        try (var desk = loggedIn(CLERK)) {
            desk.row(first(CLERK, "AWAITING_SIGN")).waitFor();
            for (int order = 0; order < 10; order++) {
                desk.press("j", "x");
            }
            desk.press("s");
            desk.awaitText("已签收 10 件");

            desk.go("#/orders?state=IN_PROGRESS");
            for (int order = 0; order < 3; order++) {
                open(desk, first(CLERK, "IN_PROGRESS"));
                desk.begin("r");
                desk.press("Space", "Tab");
                desk.write("羊山镇村里的水管和水表已经更换，水压恢复正常，第" + order + "户已到场核验。");
                desk.press("Tab");
                desk.write("上午九点电话联系，群众认可");
                desk.press("Control+Enter");
                desk.awaitText("答复完成");
            }

            open(desk, first(CLERK, "IN_PROGRESS"));
            desk.begin("t");
            desk.write("该村供水由镇水厂负责");
            desk.press("Tab");
            desk.write("权责清单（演示）第8条");
            desk.page().getByLabel("建议由谁主办").selectOption("370828101");
            desk.press("Control+Enter");
            desk.awaitText("退单完成");
        }
        var after = counts(CLERK);
        assertThat(after.path("IN_PROGRESS").asInt()
                        - before.path("IN_PROGRESS").asInt())
                .isEqualTo(10 - 3 - 1);
        assertThat(after.path("REPLY_REVIEW").asInt()
                        - before.path("REPLY_REVIEW").asInt())
                .isEqualTo(3);
    }

    @Test
    @Order(3)
    void whatOthersDoIsSeenWithoutReloadingAndWhatWasTypedIsNeverLost() {
        try (var desk = loggedIn(CLERK)) {
            var id = first(CLERK, "IN_PROGRESS");
            open(desk, id);
            desk.begin("r");
            desk.press("Space", "Tab");
            desk.write("羊山镇水管已经更换");
            desk.page().reload();
            desk.awaitText("办理中");
            assertThat(desk.page().getByLabel("答复内容（给群众看）").inputValue()).isEqualTo("羊山镇水管已经更换");
            desk.awaitText("没有联系记录");
            desk.look("reply-hints");

            reply(id);
            desk.awaitText("写的时候工单已有变化，现在是“答复待审”");
            desk.type("联系记录：什么时候、怎么联系群众的", "上午电话联系");
            desk.press("Control+Enter");
            desk.awaitText("没有通过");
            desk.look("refused");
            assertThat(desk.page().getByLabel("答复内容（给群众看）").inputValue()).isEqualTo("羊山镇水管已经更换");

            desk.signal(false);
            desk.awaitText("网络断开");
            desk.look("offline");
            desk.signal(true);
            desk.go("#/orders?state=REPLY_REVIEW");
            desk.row(id).waitFor();
        }
    }

    @Test
    @Order(1)
    void everyViewOfTheDispatchDeskCanBeShown() {
        try (var desk = new DeskBrowser(kept, desks)) {
            desk.awaitText("请登录后办理工单");
            desk.look("login");
            logIn(desk, DemoPersons.DISPATCHER);
            var alike = alike();
            desk.row(alike.get(0)).waitFor();
            desk.look("queue-full");
            open(desk, alike.get(0));
            desk.begin("d");
            desk.awaitText("协办部门");
            desk.look("dispatch");
            desk.go("#/orders?state=RETURN_REVIEW");
            open(desk, first(DemoPersons.DISPATCHER, "RETURN_REVIEW"));
            desk.begin("b");
            desk.look("return-ruling");
            desk.go("#/orders?state=REPLY_REVIEW");
            open(desk, first(DemoPersons.DISPATCHER, "REPLY_REVIEW"));
            desk.awaitText("联系记录");
            desk.look("reply-review");
        }
    }

    @Test
    @Order(6)
    void twoOrdersThatSayTheSameBecomeOne() {
        var alike = alike();
        try (var desk = loggedIn(DemoPersons.DISPATCHER)) {
            open(desk, alike.get(0));
            desk.press("m");
            desk.awaitText("可以并入的工单");
            desk.look("merge");
            desk.button("并入 " + number(alike.get(1))).click();
            desk.press("Enter");
            desk.awaitText("并案完成");
        }
        assertThat(order(alike.get(0)).path("state").asText()).isEqualTo("MERGED");
        assertThat(order(alike.get(0)).path("parent").asText()).isEqualTo(number(alike.get(1)));
    }

    private DeskBrowser loggedIn(String username) {
        var desk = new DeskBrowser(kept.resolve(username), desks);
        logIn(desk, username);
        desk.awaitText("退出登录");
        return desk;
    }

    private static void logIn(DeskBrowser desk, String username) {
        desk.logIn(username, stack.persons().password(username));
    }

    /** Through the list, as the keys do; the address says which. */
    private static void open(DeskBrowser desk, String id) {
        desk.page()
                .evaluate(
                        "id => { location.hash = location.hash.replace(/[?&](open|act)=[^&]*/g, '')"
                                + " + (location.hash.includes('?') ? '&' : '?') + 'open=' + id }",
                        id);
        desk.awaitText(number(id));
        desk.page().locator("order-facts").waitFor();
    }

    private static String number(String id) {
        return order(id).path("number").asText();
    }

    private static JsonNode order(String id) {
        return county.routing(DemoPersons.DISPATCHER).get(ORDERS + "/" + id);
    }

    private static JsonNode counts(String username) {
        return county.routing(username).get("/api/work-order-counts").path("byState");
    }

    /** The first of the morning's orders in a state. */
    private static String first(String username, String state) {
        return inState(username, state).get(0).path("id").asText();
    }

    private static List<JsonNode> inState(String username, String state) {
        return county.routing(username).all(ORDERS + "?sort=due&limit=200&state=" + state);
    }

    private static List<String> alike() {
        return inState(DemoPersons.DISPATCHER, "AWAITING_DISPATCH").stream()
                .filter(order -> order.path("text").asText().contains("公交站牌倒了"))
                .map(order -> order.path("id").asText())
                .toList();
    }

    private static void reply(String id) {
        county.routing(CLERK)
                .post(
                        ORDERS + "/" + id + "/reply",
                        Map.of("resultCode", "SOLVED", "text", "羊山镇水压已恢复正常", "contactLog", "当日到场"));
    }
}
