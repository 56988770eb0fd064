package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.County;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 一个上午的工作. What lies on the desks when somebody comes to try them: a department's clerk has orders to sign, to answer
 * and one to return; the dispatch desk has orders without a rule, two of them alike, a return to rule on and replies to
 * review. Told again, nothing is added while enough is left.
 */
public final class MorningsWork {

    /** 县水务局. */
    public static final String DEPARTMENT = "JX03";

    private static final int TO_SIGN = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ORDERS = "/api/work-orders";

    /** 农村饮水 and 灌溉: their rules lead to the department. */
    private static final List<String> MATTERS = List.of(
            "GS02 村东头水管破损，路面一直渗水，来往车辆打滑。",
            "GS02 自来水水压低，二楼早晚上不去水。",
            "GS02 水龙头放出来的水发黄，放十分钟才清。",
            "GS02 家门口水表井盖坏了，怕孩子踩空。",
            "GS02 每天下午三点到五点停水，没有通知。",
            "GS02 新房接自来水的申请交了两个月，没有人来量。",
            "GS02 学校门口的消防栓漏水，地上结了冰。",
            "GS02 水费单比上个月多了一倍，想请人看看水表。",
            "GS02 村西头三户还在用老水管，水里有铁锈味。",
            "GS02 主管道改造后路面没有恢复，下雨积水。",
            "GS02 村里水塔的浮球坏了，夜里一直往外流水。",
            "GS02 养殖小区用水高峰时水压不够，想错峰供水。",
            "GS02 水泵房夜里噪声大，旁边住户睡不着。",
            "GS02 管道试压后家里水龙头漏水，请来修一下。",
            "GS02 水质检测结果多久公布一次，在哪里能看到？",
            "GS02 巷子里的阀门井没有盖子，晚上看不见。",
            "GS02 水表冻裂了，自己换还是供水站换？",
            "GS02 灌溉的机井水位下降，浇地要等半天。");

    /** 惠民政策咨询 has no rule: whose it is, is for the desk to say. The last two say the same. */
    private static final List<String> WITHOUT_A_RULE = List.of(
            "ZX01 家里有两位八十岁以上的老人，想问有哪些补贴可以申请。",
            "ZX01 想在镇上开个小超市，有没有创业贷款贴息？",
            "ZX01 孩子上大学，助学贷款在哪里办，要带什么材料？",
            "ZX01 大蒜价格保险今年还有没有，怎么参保？",
            "ZX01 残疾人家庭用电有没有减免，要去哪里登记？",
            "ZX01 外地户口在这里买房，落户要什么手续？",
            "ZX01 村口的公交站牌倒了三天，等车的老人没有地方坐。",
            "ZX01 村口公交站牌倒了，等车的老人没地方坐，请扶起来。");

    private final County services;
    private final Narration narration;
    private final Desk desk;
    private final Api clerk;

    public MorningsWork(County services, Narration narration) {
        this.services = services;
        this.narration = narration;
        this.desk = new Desk(services, DEPARTMENT);
        this.clerk = services.routing(DemoPersons.clerk(DEPARTMENT));
    }

    public void lay() {
        narration.chapter("桌上的一个上午 / a morning's work on the desks");
        if (toSign().size() < TO_SIGN) {
            handle(forwarded(DemoPersons.VILLAGE_SECRETARY, MATTERS));
        }
        if (awaitingDispatch() < WITHOUT_A_RULE.size() - 1) {
            forwarded(DemoPersons.OTHER_SECRETARY, WITHOUT_A_RULE);
        }
        Waiting.until("orders that no rule dispatches", PATIENCE, () -> Optional.of(awaitingDispatch())
                .filter(found -> found >= WITHOUT_A_RULE.size()));
        narration.say("%s 有 %d 件待签收，另有办理中的；%s 有 %d 件待派单，还有退单和答复待审"
                .formatted(DemoPersons.clerk(DEPARTMENT), toSign().size(), DemoPersons.DISPATCHER, awaitingDispatch()));
    }

    /**
     * Of what has just been dispatched: five in progress, two of them waiting for who assists, two replied, one returned;
     * the rest is to be signed.
     */
    private void handle(List<String> requests) {
        var orders = Waiting.until("the morning's orders", PATIENCE, () -> Optional.of(ordersOf(requests))
                .filter(found -> found.size() == requests.size()));
        orders.subList(0, 7).forEach(desk::sign);
        orders.subList(2, 7).forEach(desk::bringPartsIn);
        orders.subList(5, 7).forEach(id -> desk.reply(id, "已派人到场更换破损的水管和水表，水压恢复正常。", "上午电话联系，群众确认恢复供水。"));
        clerk.post(
                ORDERS + "/" + orders.get(7) + "/return",
                Map.of("reason", "该村供水由镇水厂负责", "clause", "权责清单（演示）第8条", "suggestedDepartment", "370828101"));
    }

    private List<String> ordersOf(List<String> requests) {
        return toSign().stream()
                .filter(order -> requests.contains(order.path("requestId").asText()))
                .map(order -> order.path("id").asText())
                .toList();
    }

    private List<JsonNode> toSign() {
        return clerk.all(ORDERS + "?state=AWAITING_SIGN&limit=200");
    }

    private int awaitingDispatch() {
        return services.routing(DemoPersons.DISPATCHER)
                .all(ORDERS + "?state=AWAITING_DISPATCH&limit=200")
                .size();
    }

    /** One visit, as it is handed in by a phone. @return the requests' ids */
    private List<String> forwarded(String secretary, List<String> matters) {
        var visit = new LiveVisit(services, secretary);
        var ids = new ArrayList<String>();
        for (int at = 0; at < matters.size(); at++) {
            var matter = matters.get(at).split(" ", 2);
            var contact = Map.of("name", "群众%03d".formatted(at + 101), "phone", "154000001%02d".formatted(at));
            ids.add(visit.forwarded(matter[0], matter[1], contact));
        }
        visit.submit();
        return ids;
    }
}
