package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One citizen's request from the visit to the closed work order. */
final class Journey {
    private static final String DEPARTMENT = "JX03";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final County services;
    private final Narration narration;
    private final Desk desk;

    Journey(County services, Narration narration) {
        this.services = services;
        this.narration = narration;
        this.desk = new Desk(services, DEPARTMENT);
    }

    void walk() {
        narration.chapter("一件诉求的旅程 / one request's journey");
        var requestId = visit();
        var order = dispatched(requestId);
        var orderId = order.path("id").asText();
        clocks(orderId);
        handle(orderId);
        followUp(requestId);
        timeline(desk.awaitState(orderId, "CLOSED"));
    }

    private String visit() {
        var visit = new LiveVisit(services, DemoPersons.VILLAGE_SECRETARY);
        visit.settled("HJ04", "胡同口柴草乱堆，希望清理。", "现场组织公益岗清理。");
        visit.settled("RS03", "老人养老金认证不会操作。", "现场帮助完成手机认证。");
        var requestId = visit.forwarded(
                "GS02",
                "村东头水管破损，路面一直渗水，联系电话15400000001。",
                Map.of("name", "群众00001", "phone", "15400000001", "address", "村东头3号院"));
        visit.submit();
        narration.say("%s 在%s走访，提交三件诉求：两件现场解决，一件转办（同一次提交发两遍，只收一次）"
                .formatted(
                        DemoPersons.VILLAGE_SECRETARY,
                        services.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).name()));
        return requestId;
    }

    private JsonNode dispatched(String requestId) {
        var listed = desk.toSign(requestId);
        var order = desk.read(listed.path("id").asText());
        var why = order.path("why");
        narration.say("工单 %s 派给 %s：依据权责清单第 %s 版 %s，协办 %s"
                .formatted(
                        order.path("number").asText(),
                        order.path("lead").asText(),
                        why.path("catalogueVersion").asText(),
                        why.path("clause").asText(),
                        order.path("assisting").toString().replaceAll("[\\[\\]\"]", "")));
        narration.say("办事员看到的：%s %s".formatted(order.path("text").asText(), order.path("citizen")));
        return order;
    }

    private void clocks(String orderId) {
        var supervisor = services.escalation(DemoPersons.SUPERVISOR);
        var clocks = Waiting.until("both clocks", PATIENCE, () -> {
            var found = supervisor.all("/api/clocks?work-order=" + orderId);
            return Optional.of(found).filter(runs -> runs.size() == 2);
        });
        clocks.forEach(clock -> narration.say("时钟 %s：%s 到期，%s"
                .formatted(
                        clock.path("clock").asText(),
                        clock.path("dueAt").asText(),
                        clock.path("light").asText())));
    }

    private void handle(String orderId) {
        desk.sign(orderId);
        narration.say("办事员签收");
        narration.say("协办单位 %d 家签收、交件，主办确认".formatted(desk.bringPartsIn(orderId)));
        desk.reply(orderId, "已更换破损主管并回填路面，入户水压测试正常。", "电话联系群众，确认恢复供水。");
        narration.say("办事员答复：已解决");
        desk.accept(orderId);
        narration.say("工作专班审核通过");
    }

    private void followUp(String requestId) {
        var secretary = services.intake(DemoPersons.VILLAGE_SECRETARY);
        var echo = Waiting.until(
                "the answer on the team's echo list",
                PATIENCE,
                () -> secretary.find(
                        "/api/me/echo-list",
                        each -> each.path("requestId").asText().equals(requestId)));
        narration.say("回音清单：" + echo.path("answer"));
        secretary.post("/api/requests/" + requestId + "/follow-ups", Map.of("solved", "YES", "satisfied", "YES"));
        narration.say("民情书记回访：解决了，满意");
    }

    private void timeline(JsonNode order) {
        narration.say("办结；时间线：");
        order.path("timeline")
                .forEach(entry -> narration.say("   %s  %-16s %-20s %s"
                        .formatted(
                                entry.path("at").asText(),
                                entry.path("action").asText(),
                                entry.path("by").asText(),
                                entry.path("words").asText(""))));
    }
}
