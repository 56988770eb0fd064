package cn.minyi5.intake.visit;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.CitizenRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was stored before under the key or the ids of a submission.
 *
 * @param key how the key was used; absent if it was not
 * @param visit the visit of that id; absent if there is none
 * @param takenRequestId one of the request ids that belongs to another visit
 */
record PriorSubmission(@Nullable KeyUse key, @Nullable StoredVisit visit, @Nullable UUID takenRequestId) {

    record KeyUse(String operation, String bodyHash) {}

    record StoredVisit(String teamCode, String fingerprint) {}

    /**
     * Whether the submission is one that was stored before, and so gets the first answer.
     *
     * @throws Refusal {@code idempotency.body-differs}, {@code visit.differs}
     */
    boolean isSameAs(Submission submission) {
        if (key != null) {
            if (!key.operation().equals(Submissions.OPERATION)
                    || !key.bodyHash().equals(submission.fingerprint())) {
                throw Refusal.contradiction("idempotency.body-differs", "Idempotency-Key");
            }
            return true;
        }
        if (visit != null) {
            if (!visit.teamCode().equals(submission.teamCode())
                    || !visit.fingerprint().equals(submission.fingerprint())) {
                throw Refusal.contradiction("visit.differs", "visitId");
            }
            return true;
        }
        if (takenRequestId != null) {
            var position = submission.visit().requests().stream()
                    .map(CitizenRequest::id)
                    .toList()
                    .indexOf(takenRequestId);
            throw Refusal.contradiction("visit.differs", "requests[" + position + "].requestId");
        }
        return false;
    }
}
