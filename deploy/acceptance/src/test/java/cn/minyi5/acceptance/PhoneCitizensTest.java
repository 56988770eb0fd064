package cn.minyi5.acceptance;

import static cn.minyi5.acceptance.TheSecretary.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.county.demo.AssistingParts;
import cn.minyi5.local.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What citizens have of the phone form: the rules look after them, they get a slip, may withdraw, and hear back. */
@Order(3)
class PhoneCitizensTest {

    private static final ZoneId COUNTY_TIME = ZoneId.of("Asia/Shanghai");

    private static Stack stack;
    private static County county;
    private static TheSecretary secretary;

    @TempDir
    Path kept;

    @BeforeAll
    static void aCountyWithItsMasterData() {
        stack = TheCounty.loaded();
        county = new County(stack.home());
        secretary = new TheSecretary(stack);
    }

    @Test
    void whatTheRulesThinkIsShownAndTheSecretarysWordCounts() {
        var text = text(44) + "，电线掉在水里";
        try (var phone = secretary.logsIn(kept)) {
            var recording = new Recording(phone);
            recording.begin();
            recording.request(text);
            phone.awaitText("有触电危险");
            phone.look("request-urgent");
            phone.choice("一般").tap();
            phone.awaitText("以您选的为准");
            recording.save();
            recording.submit("已发送（1）");
        }
        assertThat(secretary.count(
                        "select count(*) from request where urgency = 'NORMAL' and proposed_urgency = 'URGENT' and text = '"
                                + text + "'"))
                .isEqualTo(1);
    }

    @Test
    void aCitizenGetsASlipAndWithdrawsThroughTheSecretary() {
        try (var phone = secretary.logsIn(kept)) {
            var recording = new Recording(phone);
            recording.begin();
            recording.request(text(45));
            recording.save();
            recording.submit("已发送（1）");
            phone.page().locator("a[href^='#/slips/']").tap();
            phone.awaitText("请保管好查询码");
            phone.look("slips-full");
            phone.lookAtPrint("slips");
            phone.signal(false);
            phone.link("要撤回").tap();
            phone.button("提交撤回").tap();
            phone.awaitText("请写一句为什么撤回");
            phone.look("withdrawal-missing");
            phone.choice("当面同意").tap();
            phone.type("为什么撤回", "问题已自行解决");
            phone.chooseDay(LocalDate.now(COUNTY_TIME).minusDays(1));
            phone.look("withdrawal-full");
            phone.button("提交撤回").dblclick();
            phone.awaitText("1 条待发送");
            phone.look("sent-withdrawal-offline");
            phone.signal(true);
            phone.awaitText("撤回时间早于走访时间");
            phone.look("sent-withdrawal-refused");
            phone.button("不再发送").tap();
            phone.awaitText("不再发送：撤回");
            phone.look("sent-given-up");
            phone.button("撤销").tap();
            phone.button("修改").tap();
            phone.awaitText("内容都在手机上");
            phone.look("withdrawal-refused");
            phone.chooseDay(LocalDate.now(COUNTY_TIME));
            phone.button("提交撤回").dblclick();
            phone.awaitText("已发送（2）");
            phone.page().locator("a[href^='#/slips/']").tap();
            phone.awaitText("已撤回");
            phone.look("slips-withdrawn");
            phone.go("#/slips/" + UUID.randomUUID());
            phone.awaitText("手机上没有这次走访的回执");
            phone.look("slips-empty");
        }
        assertThat(secretary.count(
                        "select count(*) from withdrawal join request on request.id = request_id where text = '"
                                + text(45) + "'"))
                .isEqualTo(1);
    }

    @Test
    void anAnswerIsBroughtToTheDoorWithoutASignalAndFollowedUpOnce() {
        var requestId = answered();
        try (var phone = secretary.logsIn(kept)) {
            phone.awaitKept();
            phone.page().locator("a[href$='" + requestId + "']").waitFor();
            phone.signal(false);
            phone.go("#/echo/" + requestId);
            phone.awaitText("见到本人了吗");
            phone.look("echo-offline");
            phone.button("提交回访").tap();
            phone.choice("见到了").tap();
            phone.button("提交回访").tap();
            phone.look("echo-refused");
            phone.choice("解决了").tap();
            phone.choice("不满意").tap();
            phone.look("echo-full");
            phone.button("提交回访").dblclick();
            phone.awaitText("1 条待发送");
            phone.go("#/echo/" + requestId);
            phone.awaitText("回访已记下");
            phone.look("echo-queued");
            phone.signal(true);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            secretary.count("select count(*) from follow_up where request_id = '" + requestId + "'")
                                    == 1);
            phone.go("#/echo/" + UUID.randomUUID());
            phone.awaitText("这条回音不在名单里了");
            phone.look("echo-empty");
        }
    }

    /** A request whose answer waits to be brought. */
    private static UUID answered() {
        var grid = stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code();
        var requestId = Visits.forwardOne(county, grid, "GS02");
        var order = await().atMost(Duration.ofSeconds(30))
                .until(() -> Visits.orderOf(county, DemoPersons.DISPATCHER, requestId), found -> found != null);
        var path = "/api/work-orders/" + order.get("id").asText();
        var lead = county.routing(DemoPersons.DISPATCHER).get(path).get("lead").asText();
        var clerk = county.routing(DemoPersons.clerk(lead));
        clerk.post(path + "/sign", Map.of());
        new AssistingParts(county).bringIn(order.get("id").asText());
        clerk.post(path + "/reply", Map.of("resultCode", "SOLVED", "text", "路灯已修好，夜里亮了", "contactLog", "当日到场"));
        county.routing(DemoPersons.DISPATCHER).post(path + "/reply-review", Map.of("accept", true));
        await().atMost(Duration.ofSeconds(30)).until(() -> county.intake(DemoPersons.VILLAGE_SECRETARY)
                .get("/api/me/echo-list?limit=200")
                .toString()
                .contains(requestId.toString()));
        return requestId;
    }
}
