package cn.minyi5.intake.visit.application;

import cn.minyi5.messaging.OutboxRow;
import java.util.List;

/** All that one statement writes: the visit, the key under which it came, and what is announced. */
public record Submission(String actorId, String key, RecordedVisit visit, List<OutboxRow> announcements) {

    /** What an Idempotency-Key of a submission is good for. */
    public static final String OPERATION = "record-visit";
}
