package cn.minyi5.acceptance;

import static cn.minyi5.acceptance.DeskOrders.CLERK;
import static cn.minyi5.acceptance.DeskOrders.DEPARTMENT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.county.DemoPersons;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every view of the desks in every state. Each is looked at on a screen and on a phone, in both languages, and by axe; the
 * pictures stay in {@code target/screenshots} for people to look at.
 */
@Order(5)
class DeskViewsTest {

    /** Nearly two thousand characters, which is the most. */
    private static final String LONG = "自来水管从去年冬天起就一直漏水，路上全是冰，".repeat(90);

    private static final String NOWHERE = "&place=370828999";
    private static final String REPLY_TEXT = "答复内容（给群众看）";

    /** Nothing has ever been sent there. */
    private static final String IDLE = "JX31";

    private static TheDesks desks;
    private static DeskOrders orders;

    @TempDir
    Path kept;

    @BeforeAll
    static void aMorningsWorkLiesOnTheDesks() {
        desks = TheDesks.withAMorningsWork();
        orders = desks.orders();
    }

    @Test
    void aClerksListAndOrder() {
        var full = orders.toSign(LONG).get(0);
        var notTheirs = orders.waiting("村口的路灯夜里不亮，老人不敢出门").get(0);
        try (var desk = desks.at(kept, CLERK)) {
            desk.go("#/orders?state=AWAITING_SIGN");
            desk.rows().nth(5).waitFor();
            desk.press("j", "x", "j", "x");
            desk.awaitText("已选 2 件");
            desk.look("list-full");
            desk.press("?");
            desk.awaitText("选中或取消");
            desk.look("keys");
            desk.press("Escape");
            open(desk, "AWAITING_SIGN", full);
            desk.awaitText("为什么是我");
            desk.look("order-full");
            begin(desk, "AWAITING_SIGN", full, "t");
            desk.button("提交退单").click();
            desk.awaitText("这一项要填");
            desk.look("return-incomplete");
            desk.go("#/orders?state=AWAITING_SIGN" + NOWHERE);
            desk.awaitText("没有找到");
            desk.look("list-nothing-found");
            desk.go("#/orders?state=AWAITING_SIGN&open=" + UUID.randomUUID());
            desk.awaitText("没有这件工单");
            desk.go("#/orders?state=IN_PROGRESS&open=" + notTheirs);
            desk.awaitText("没有这件工单");
            desk.look("order-gone");
            var released = desk.hold("**/api/work-orders?*");
            desk.go("#/orders?state=RETURN_REVIEW");
            desk.page().locator("orders-list pages-skeleton").waitFor();
            desk.look("list-loading");
            released.run();
        }
    }

    @Test
    void whatAClerkPrints() {
        var order = orders.inProgress("主管道改造后路面没有恢复，下雨积水");
        try (var desk = desks.at(kept, CLERK)) {
            desk.go("#/print?state=AWAITING_SIGN");
            desk.page().locator("printed-list tbody tr").first().waitFor();
            desk.look("print-list");
            desk.lookAtPaper("list");
            desk.go("#/print?state=AWAITING_SIGN" + NOWHERE);
            desk.awaitText("没有可打印的工单");
            desk.look("print-list-empty");
            open(desk, "IN_PROGRESS", order);
            desk.awaitText("为什么是我");
            desk.lookAtPaper("order");
        }
    }

    @Test
    void aReplyAndWhatComesBetween() {
        var id = orders.inProgress("新房接自来水的申请交了两个月，没有人来量");
        try (var desk = desks.at(kept, CLERK)) {
            begin(desk, "IN_PROGRESS", id, "e");
            desk.look("extension");
            desk.press("Escape");
            begin(desk, "IN_PROGRESS", id, "r");
            desk.press("Space");
            desk.type(REPLY_TEXT, "水管已换");
            desk.awaitText("没有联系记录");
            desk.look("reply-warnings");
            desk.type("联系记录：什么时候、怎么联系群众的", "上午电话联系，群众认可");

            desk.signal(false);
            desk.awaitText("网络断开");
            desk.button("提交答复").click();
            desk.awaitText("连上后请再提交一次，不会重复");
            desk.look("offline");
            desk.signal(true);

            desk.loginExpires("**/api/work-orders/*/reply");
            desk.button("提交答复").click();
            desk.awaitText("登录已过期。写的内容都在");
            desk.look("login-expired");
            desks.logIn(desk, CLERK);
            desk.awaitText(orders.number(id));
            assertThat(desk.page().getByLabel(REPLY_TEXT).inputValue()).isEqualTo("水管已换");

            orders.reply(id);
            desk.awaitText("写的时候工单已有变化，现在是“答复待审”");
            desk.button("提交答复").click();
            desk.awaitText("再决定要不要提交");
            desk.look("changed-meanwhile");
            assertThat(desk.page().getByLabel(REPLY_TEXT).inputValue()).isEqualTo("水管已换");
        }
    }

    @Test
    void aListThatIsNotTheNewest() {
        orders.toSign("水表井积水结冰，想请人看看");
        try (var desk = desks.at(kept, CLERK)) {
            desk.go("#/orders?state=AWAITING_SIGN");
            desk.rows().first().waitFor();
            var released = desk.fail("**/api/work-orders?*");
            orders.toSign("消防栓的盖子不见了");
            desk.awaitText("没有取到最新的内容");
            desk.look("list-stale");
            released.run();
            desk.page().reload();
            desk.rows().first().waitFor();
        }
    }

    @Test
    void aClerkWithoutOrders() {
        try (var desk = desks.at(kept, DemoPersons.clerk(IDLE))) {
            desk.awaitText("没有待签收的工单");
            desk.look("list-empty");
        }
        try (var desk = desks.at(kept, DemoPersons.head(IDLE))) {
            desk.awaitText("手上没有工单");
            desk.look("holdings-empty");
        }
    }

    @Test
    void aHeadsHoldingsAndSuspensions() {
        var id = orders.inProgress("老旧管网一到冬天就冻裂，年年修年年坏");
        try (var desk = desks.at(kept, DemoPersons.head(DEPARTMENT))) {
            assertThat(desk.page().url()).endsWith("#/holdings");
            desk.awaitText("最早到期");
            desk.look("holdings");
            begin(desk, "IN_PROGRESS", id, "p");
            desk.look("suspension-proposal");
            desk.go("#/orders?state=SUSPENDED&open=" + orders.suspended("灌溉的机井要整体改造，等明年计划"));
            desk.awaitText("恢复办理");
            desk.look("suspended");
        }
    }

    @Test
    void theDispatchDesk() {
        var alike = orders.waiting("南关村口的公交站牌倒了三天，等车的老人没有地方坐", "南关村口公交站牌倒了，等车的老人没地方坐，请扶起来");
        var returned = orders.returned("村西头三户还在用老水管，水里有铁锈味");
        var replied = orders.replied("阀门井没有盖子，晚上看不见");
        var merged = orders.merged("北关的红绿灯不亮", "北关路口的红绿灯不亮了，早上堵车");
        try (var desk = desks.at(kept)) {
            desk.awaitText("请登录后办理工单");
            desk.look("login");
            desk.go("#/orders?state=RETURN_REVIEW&open=" + returned);
            desks.logIn(desk, DemoPersons.DISPATCHER);
            assertThat(desk.page().url()).endsWith("#/orders?state=RETURN_REVIEW&open=" + returned);
            begin(desk, "RETURN_REVIEW", returned, "b");
            desk.awaitText("依据：权责清单（演示）第8条");
            desk.awaitText("建议主办：胡集镇");
            desk.look("return-ruling");
            desk.go("#/orders?state=AWAITING_DISPATCH");
            desk.row(alike.get(0)).waitFor();
            desk.look("queue-full");
            begin(desk, "AWAITING_DISPATCH", alike.get(0), "d");
            desk.awaitText("协办部门");
            desk.look("dispatch");
            begin(desk, "AWAITING_DISPATCH", alike.get(0), "m");
            desk.button("并入 " + orders.number(alike.get(1))).waitFor();
            desk.look("merge");
            open(desk, "ALL", merged);
            desk.awaitText("并入");
            desk.look("merged");
            open(desk, "REPLY_REVIEW", replied);
            desk.awaitText("联系记录");
            desk.look("reply-review");
        }
    }

    @Test
    void theSupervisionOffice() {
        var disputed = orders.disputed("两镇交界的水渠垮了一段，没有人修");
        var proposed = orders.proposedForSuspension("供水主管道年久老化，想整体更换");
        var reopened = orders.reopened("家门口的水管接头一直滴水");
        try (var desk = desks.at(kept, DemoPersons.SUPERVISOR)) {
            begin(desk, "ARBITRATION", disputed, "r");
            desk.awaitText("建议主办：胡集镇");
            desk.look("arbitration");
            begin(desk, "IN_PROGRESS", proposed, "v");
            desk.look("suspension-ruling");
            open(desk, "AWAITING_SIGN", reopened);
            desk.awaitText("第 2 轮（重办）");
            desk.look("reopened");
            desk.go("#/holdings");
            desk.awaitText("最早到期");
            desk.look("holdings-of-all");
        }
    }

    private static void open(DeskBrowser desk, String state, String id) {
        desk.open(state, id, orders.number(id));
    }

    private static void begin(DeskBrowser desk, String state, String id, String key) {
        open(desk, state, id);
        desk.begin(key);
    }
}
