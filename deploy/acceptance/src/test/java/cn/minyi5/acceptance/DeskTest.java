package cn.minyi5.acceptance;

import static cn.minyi5.acceptance.DeskOrders.CLERK;
import static cn.minyi5.acceptance.DeskOrders.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.county.DemoPersons;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A morning at the desks, with a real browser and by the keyboard: a clerk's, and that of the dispatch desk. */
@Order(4)
class DeskTest {

    private static final String TO_SIGN = "state=AWAITING_SIGN&place=" + TOWNSHIP;

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
    void aClerkSignsTenAnswersThreeAndReturnsOneWithoutTheMouse() {
        orders.toSign(
                "村东头水管破损，路面一直渗水",
                "自来水水压低，二楼早晚上不去水",
                "水龙头放出来的水发黄",
                "家门口水表井盖坏了，怕孩子踩空",
                "每天下午三点到五点停水，没有通知",
                "学校门口的消防栓漏水",
                "水费单比上个月多了一倍，想请人看看水表",
                "水泵房夜里噪声大，旁边住户睡不着",
                "巷子里的阀门井没有盖子，晚上看不见",
                "水表冻裂了，想请人来换");
        var toSign = toSign();
        try (var desk = desks.at(kept, CLERK)) {
            desk.list(TO_SIGN, toSign.size());
            for (int order = 0; order < 10; order++) {
                desk.press("j", "x");
            }
            desk.press("s");
            desk.awaitText("已签收 10 件");
            var ten = toSign.stream()
                    .filter(id -> orders.state(id).equals("IN_PROGRESS"))
                    .toList();
            assertThat(ten).hasSize(10);

            for (var id : ten.subList(0, 3)) {
                desk.open("IN_PROGRESS", id, orders.number(id));
                desk.begin("r");
                desk.press("Space", "Tab");
                desk.write("胡集镇村里的水管和水表已经更换，水压恢复正常，已到" + orders.number(id) + "现场核验。");
                desk.press("Tab");
                desk.write("上午九点电话联系，群众认可");
                desk.press("Control+Enter");
                desk.awaitText("答复完成");
                assertThat(orders.state(id)).isEqualTo("REPLY_REVIEW");
            }

            var notOurs = ten.get(3);
            desk.open("IN_PROGRESS", notOurs, orders.number(notOurs));
            desk.begin("t");
            desk.write("该村供水由镇水厂负责");
            desk.press("Tab");
            desk.write("权责清单（演示）第8条");
            desk.page().getByLabel("建议由谁主办").selectOption(TOWNSHIP);
            desk.press("Control+Enter");
            desk.awaitText("退单完成");
            assertThat(orders.state(notOurs)).isEqualTo("RETURN_REVIEW");
        }
    }

    @Test
    void theDeskDispatchesFiveAndRulesOnAReturn() {
        var five = orders.waiting(
                "家里有两位八十岁以上的老人，想问有哪些补贴可以申请",
                "想在镇上开个小超市，有没有创业贷款贴息",
                "孩子上大学，助学贷款在哪里办，要带什么材料",
                "大蒜价格保险今年还有没有，怎么参保",
                "残疾人家庭用电有没有减免，要去哪里登记");
        var returned = orders.returned("村西头三户还在用老水管，水里有铁锈味");
        try (var desk = desks.at(kept, DemoPersons.DISPATCHER)) {
            for (var id : five) {
                desk.open("AWAITING_DISPATCH", id, orders.number(id));
                desk.begin("d");
                desk.page().getByLabel("主办部门").selectOption("JX23");
                desk.type("理由", "政策咨询由民政局统一答复");
                desk.press("Control+Enter");
                desk.awaitText("派单完成");
                assertThat(orders.order(id).path("lead").asText()).isEqualTo("JX23");
            }
            desk.open("RETURN_REVIEW", returned, orders.number(returned));
            desk.awaitText("该村供水由镇水厂负责");
            desk.begin("b");
            desk.write("供水管网由水务局统一维护");
            desk.press("Control+Enter");
            desk.awaitText("驳回退单完成");
        }
        assertThat(five).allMatch(id -> orders.state(id).equals("AWAITING_SIGN"));
        assertThat(orders.state(returned)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void twoOrdersThatSayTheSameBecomeOne() {
        var alike = orders.waiting("集市北口的公交站牌倒了三天，等车的老人没有地方坐", "集市北口公交站牌倒了，等车的老人没地方坐，请扶起来");
        var goesOn = orders.number(alike.get(1));
        try (var desk = desks.at(kept, DemoPersons.DISPATCHER)) {
            desk.open("AWAITING_DISPATCH", alike.get(0), orders.number(alike.get(0)));
            desk.begin("m");
            desk.button("并入 " + goesOn).click();
            desk.press("Enter");
            desk.awaitText("并案完成");
        }
        assertThat(orders.state(alike.get(0))).isEqualTo("MERGED");
        assertThat(orders.order(alike.get(0)).path("parent").asText()).isEqualTo(goesOn);
        assertThat(orders.state(alike.get(1))).isEqualTo("AWAITING_DISPATCH");
    }

    @Test
    void whatOthersDoIsSeenWithoutReloadingAndWhatWasTypedIsNeverLost() {
        var id = orders.inProgress("新房接自来水的申请交了两个月，没有人来量");
        try (var desk = desks.at(kept, CLERK)) {
            desk.open("IN_PROGRESS", id, orders.number(id));
            desk.begin("r");
            desk.press("Space", "Tab");
            desk.write("胡集镇水管已经更换");
            desk.page().reload();
            desk.awaitText("没有联系记录");
            assertThat(typed(desk)).isEqualTo("胡集镇水管已经更换");

            orders.reply(id);
            desk.awaitText("写的时候工单已有变化，现在是“答复待审”");
            desk.type("联系记录：什么时候、怎么联系群众的", "上午电话联系");
            desk.press("Control+Enter");
            desk.awaitText("没有通过");
            assertThat(typed(desk)).isEqualTo("胡集镇水管已经更换");

            desk.go("#/orders?state=REPLY_REVIEW");
            desk.row(id).waitFor();
        }
    }

    private static String typed(DeskBrowser desk) {
        return desk.page().getByLabel("答复内容（给群众看）").inputValue();
    }

    private static List<String> toSign() {
        return desks.county().routing(CLERK).all("/api/work-orders?sort=due&limit=100&" + TO_SIGN).stream()
                .map(order -> order.path("id").asText())
                .toList();
    }
}
