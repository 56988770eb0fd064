package cn.minyi5.local.demo;

import cn.minyi5.local.api.Api;
import cn.minyi5.local.api.County;
import cn.minyi5.local.stack.DemoPersons;
import cn.minyi5.local.stack.Ports;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A work order that nobody signs: it climbs to reminder, RED and notice, once each, and people hear of it. */
final class NeglectedOrder {
    private static final String CATEGORY = "SZ02";
    private static final String DEPARTMENT = "JX02";
    private static final List<String> LADDER = List.of("REMINDER", "RED", "NOTICE");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final County services;
    private final DemoPersons persons;
    private final Ports ports;
    private final Narration narration;
    private final Desk desk;
    private final Api supervisor;

    NeglectedOrder(County services, DemoPersons persons, Ports ports, Narration narration) {
        this.services = services;
        this.persons = persons;
        this.ports = ports;
        this.narration = narration;
        this.desk = new Desk(services, DEPARTMENT);
        this.supervisor = services.escalation(DemoPersons.SUPERVISOR);
    }

    void lie() {
        narration.chapter("一件没人签收的工单 / a work order that nobody signs");
        var place = persons.gridOf(DemoPersons.COMMUNITY_SECRETARY).place().code();
        var policy = new SecondsPolicy(services.escalation(DemoPersons.ADMINISTRATOR), CATEGORY, place);
        policy.putInForce();
        narration.say("时限规则 " + policy.words());
        var visit = new LiveVisit(persons, DemoPersons.COMMUNITY_SECRETARY);
        var requestId = visit.forwarded(CATEGORY, "主街路灯有五盏不亮，夜间出行不便。", Map.of());
        visit.submit(services);
        var order = desk.toSign(requestId);
        var number = order.path("number").asText();
        narration.say("工单 " + number + " 派给 " + order.path("lead").asText() + "，没人签收……");
        climb(order.path("id").asText());
        notice(number);
        heard(DemoPersons.clerk(DEPARTMENT), number, 2);
        heard(DemoPersons.head(DEPARTMENT), number, 2);
        heard(DemoPersons.SUPERVISOR, number, 1);
        finish(order.path("id").asText());
    }

    private void climb(String orderId) {
        var clock = Waiting.until("reminder, RED and notice", PATIENCE, () -> {
            var sign = signClock(orderId);
            return sign.filter(each -> each.path("rungs").size() >= LADDER.size());
        });
        var rungs = clock.path("rungs");
        rungs.forEach(rung -> narration.say("   %-8s 应于 %s，发出于 %s"
                .formatted(
                        rung.path("rung").asText(),
                        rung.path("rungAt").asText(),
                        rung.path("firedAt").asText())));
        if (!rungs.findValuesAsText("rung").equals(LADDER)) {
            throw new DemoFailed("the ladder was climbed otherwise: " + rungs);
        }
    }

    private Optional<JsonNode> signClock(String orderId) {
        return Pages.find(supervisor, "/api/clocks?work-order=" + orderId, clock -> clock.path("clock")
                .asText()
                .equals("SIGN"));
    }

    private void notice(String number) {
        var notices = Pages.all(supervisor, "/api/notices?limit=200&department=" + DEPARTMENT).stream()
                .filter(notice -> notice.path("workOrderNumber").asText().equals(number))
                .toList();
        if (notices.size() != 1) {
            throw new DemoFailed("one notice was expected for " + number + ", not " + notices);
        }
        narration.say("督办通知单 " + notices.get(0).path("number").asText());
    }

    /** In the in-app inbox and by mail. */
    private void heard(String username, String number, int atLeast) {
        var inbox = services.notification(username);
        var messages = Waiting.until("messages to " + username, PATIENCE, () -> Optional.of(
                        Pages.all(inbox, "/api/me/inbox?limit=200").stream()
                                .filter(message -> message.toString().contains(number))
                                .map(message -> message.path("subject").asText())
                                .toList())
                .filter(subjects -> subjects.size() >= atLeast));
        var mails = Waiting.until("mail to " + username, PATIENCE, () -> Optional.of(
                        new Mailbox(ports, username).subjectsMentioning(number))
                .filter(subjects -> subjects.size() >= atLeast));
        narration.say("%s 收到站内消息 %d 条、邮件 %d 封：%s"
                .formatted(username, messages.size(), mails.size(), String.join(" | ", mails)));
    }

    /** Late, but not left over for the next demo. */
    private void finish(String orderId) {
        desk.sign(orderId);
        desk.reply(orderId, "已更换光源和电缆，路灯恢复照明。", "现场查看，拍照留存。");
        desk.accept(orderId);
        narration.say("此后才签收、答复：签收时钟照样记为逾期");
    }
}
