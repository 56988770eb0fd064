package cn.minyi5.intake.visit.application;

import cn.minyi5.contracts.language.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was kept before under the key or the ids of a submission.
 *
 * @param key how the key was used; absent if it was not
 * @param visit the visit of that id; absent if there is none
 * @param takenRequestId one of the request ids that belongs to another visit
 */
public record Earlier(@Nullable KeyUse key, @Nullable KeptVisit visit, @Nullable UUID takenRequestId) {

    public record KeyUse(String operation, String fingerprint) {}

    public record KeptVisit(String teamCode, String fingerprint) {}

    /**
     * Whether the submission is one that was kept before, and so gets the first answer.
     *
     * @throws Refusal {@code idempotency.body-differs}, {@code visit.differs}
     */
    public boolean isSameAs(RecordedVisit submitted) {
        if (key != null) {
            if (!key.operation().equals(Submission.OPERATION)
                    || !key.fingerprint().equals(submitted.fingerprint())) {
                throw Refusal.contradiction("idempotency.body-differs", "Idempotency-Key");
            }
            return true;
        }
        if (visit != null) {
            if (!visit.teamCode().equals(submitted.teamCode())
                    || !visit.fingerprint().equals(submitted.fingerprint())) {
                throw Refusal.contradiction("visit.differs", "visitId");
            }
            return true;
        }
        if (takenRequestId != null) {
            throw Refusal.contradiction(
                    "visit.differs", "requests[" + position(submitted, takenRequestId) + "].requestId");
        }
        return false;
    }

    private static int position(RecordedVisit submitted, UUID requestId) {
        return submitted.visit().requests().stream()
                .map(request -> request.id())
                .toList()
                .indexOf(requestId);
    }
}
