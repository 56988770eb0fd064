package cn.minyi5.escalation;

import io.restassured.http.ContentType;
import java.util.concurrent.atomic.AtomicInteger;

/** Policies of seconds, each for a category of its own so that tests do not meet. */
final class Policies {

    private static final AtomicInteger CATEGORIES = new AtomicInteger(10);

    private Policies() {}

    /** Reminder after 1 s, due after 2 s, notice after 3 s; returns the category. */
    static String ofSeconds(String clock) {
        var category = "TS" + CATEGORIES.getAndIncrement();
        add(category, clock, "PT2S", "PT1S");
        return category;
    }

    static void add(String category, String clock, String allowed, String noticeAfter) {
        People.administrator()
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"categoryPrefix": "%s", "divisionPrefix": "370828", "clock": "%s", "allowed": "%s",
                         "reminderLeftShare": 0.5, "noticeAfter": "%s", "effectiveFrom": "2010-01-01T00:00:00+08:00"}"""
                                .formatted(category, clock, allowed, noticeAfter))
                .post("/api/policies")
                .then()
                .statusCode(201);
    }
}
