package cn.minyi5.local.demo;

import cn.minyi5.local.api.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** A SIGN policy of seconds for one category in one village or community: the ladder can be watched. */
final class SecondsPolicy {
    private static final Duration ALLOWED = Duration.ofSeconds(4);
    private static final Duration NOTICE_AFTER = Duration.ofSeconds(3);
    private static final BigDecimal REMINDER_LEFT_SHARE = new BigDecimal("0.5");
    private static final String POLICIES = "/api/policies";

    private final Api escalation;
    private final String category;
    private final String place;

    SecondsPolicy(Api escalation, String category, String place) {
        this.escalation = escalation;
        this.category = category;
        this.place = place;
    }

    /** In force unless it is already; a demo that is run again does not pile up versions. */
    void putInForce() {
        if (Pages.find(escalation, POLICIES, this::isThis).isEmpty()) {
            escalation.post(
                    POLICIES,
                    Map.of(
                            "categoryPrefix",
                            category,
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

    String words() {
        return "%s × %s：签收限 %d 秒，剩 %s 催办，逾期 %d 秒督办"
                .formatted(
                        category,
                        place,
                        ALLOWED.toSeconds(),
                        REMINDER_LEFT_SHARE.movePointRight(2).toPlainString() + "%",
                        NOTICE_AFTER.toSeconds());
    }

    private boolean isThis(JsonNode policy) {
        return policy.path("categoryPrefix").asText().equals(category)
                && policy.path("divisionPrefix").asText().equals(place)
                && policy.path("clock").asText().equals("SIGN")
                && policy.path("allowed").asText().equals(ALLOWED.toString())
                && policy.path("reminderLeftShare").decimalValue().compareTo(REMINDER_LEFT_SHARE) == 0
                && policy.path("noticeAfter").asText().equals(NOTICE_AFTER.toString());
    }
}
