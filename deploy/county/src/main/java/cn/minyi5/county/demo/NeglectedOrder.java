package cn.minyi5.county.demo;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.County;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
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

    private static final Duration ALLOWED = Duration.ofSeconds(4);
    private static final Duration NOTICE_AFTER = Duration.ofSeconds(3);
    private static final BigDecimal REMINDER_LEFT_SHARE = new BigDecimal("0.5");
    private static final String POLICIES = "/api/policies";

    private final County services;
    private final Narration narration;
    private final Desk desk;
    private final Api supervisor;

    NeglectedOrder(County services, Narration narration) {
        this.services = services;
        this.narration = narration;
        this.desk = new Desk(services, DEPARTMENT);
        this.supervisor = services.escalation(DemoPersons.SUPERVISOR);
    }

    void lie() {
        narration.chapter("一件没人签收的工单 / a work order that nobody signs");
        var place = services.persons()
                .gridOf(DemoPersons.COMMUNITY_SECRETARY)
                .place()
                .code();
        putInForce(place);
        narration.say("时限规则 " + policy(place));
        var visit = new LiveVisit(services, DemoPersons.COMMUNITY_SECRETARY);
        var requestId = visit.forwarded(CATEGORY, "主街路灯有五盏不亮，夜间出行不便。", Map.of());
        visit.submit();
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

    /** A SIGN policy of seconds for one category in one place, that the ladder can be watched; in force unless it is already; a demo that is run again does not pile up versions. */
    private void putInForce(String place) {
        var escalation = services.escalation(DemoPersons.ADMINISTRATOR);
        if (escalation.find(POLICIES, each -> isThis(each, place)).isEmpty()) {
            escalation.post(
                    POLICIES,
                    Map.of(
                            "categoryPrefix",
                            CATEGORY,
                            "divisionPrefix",
                            place,
                            "clock",
                            "SIGN",
                            "allowed",
                            ALLOWED.toString(),
                            "reminderLeftShare",
                            REMINDER_LEFT_SHARE,
                            "noticeAfter",
                            NOTICE_AFTER.toString()));
        }
    }

    private static String policy(String place) {
        return "%s × %s：签收限 %d 秒，剩 %s 催办，逾期 %d 秒督办"
                .formatted(
                        CATEGORY,
                        place,
                        ALLOWED.toSeconds(),
                        REMINDER_LEFT_SHARE.movePointRight(2).toPlainString() + "%",
                        NOTICE_AFTER.toSeconds());
    }

    private static boolean isThis(JsonNode policy, String place) {
        return policy.path("categoryPrefix").asText().equals(CATEGORY)
                && policy.path("divisionPrefix").asText().equals(place)
                && policy.path("clock").asText().equals("SIGN")
                && policy.path("allowed").asText().equals(ALLOWED.toString())
                && policy.path("reminderLeftShare").decimalValue().compareTo(REMINDER_LEFT_SHARE) == 0
                && policy.path("noticeAfter").asText().equals(NOTICE_AFTER.toString());
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
        return supervisor.find(
                "/api/clocks?work-order=" + orderId,
                clock -> clock.path("clock").asText().equals("SIGN"));
    }

    private void notice(String number) {
        var notices = supervisor.all("/api/notices?limit=200&department=" + DEPARTMENT).stream()
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
        var messages = Waiting.until(
                "messages to " + username, PATIENCE, () -> Optional.of(inbox.all("/api/me/inbox?limit=200").stream()
                                .filter(message -> message.toString().contains(number))
                                .map(message -> message.path("subject").asText())
                                .toList())
                        .filter(subjects -> subjects.size() >= atLeast));
        var mails = Waiting.until("mail to " + username, PATIENCE, () -> Optional.of(new Mailbox(
                                services.port("imap"),
                                username,
                                services.persons().password(username))
                        .subjectsMentioning(number))
                .filter(subjects -> subjects.size() >= atLeast));
        narration.say("%s 收到站内消息 %d 条、邮件 %d 封：%s"
                .formatted(username, messages.size(), mails.size(), String.join(" | ", mails)));
    }

    /** Late, but not left over for the next demo. */
    private void finish(String orderId) {
        desk.sign(orderId);
        desk.bringPartsIn(orderId);
        desk.reply(orderId, "已更换光源和电缆，路灯恢复照明。", "现场查看，拍照留存。");
        desk.accept(orderId);
        narration.say("此后才签收、答复：签收时钟照样记为逾期");
    }
}
