package cn.minyi5.intake.visit;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.grading.domain.GradingRules;
import cn.minyi5.intake.request.PersonalDataProtection.ProtectedRequest;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.intake.visit.domain.RecordedVisit;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.intake.visit.domain.VisitPhotos;
import cn.minyi5.messaging.Outbox.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit with its requests, ready to be stored and told: from a phone, or of history.
 *
 * @param isNew false where history adds requests to a visit that is there
 * @param recordedBy the id of who submitted it; null for history
 * @param fingerprint keyed, over all that was submitted
 * @param pasts of history, one for each request; empty where a phone submitted them
 * @param photos of a phone, which had to be uploaded before
 */
public record Submission(
        Visit visit,
        boolean isNew,
        String teamCode,
        @Nullable String recordedBy,
        String fingerprint,
        List<Past> pasts,
        Terms terms,
        VisitPhotos photos) {

    /** Of history, which nobody submits. */
    public Submission(
            Visit visit,
            boolean isNew,
            String teamCode,
            @Nullable String recordedBy,
            String fingerprint,
            List<Past> pasts) {
        this(visit, isNew, teamCode, recordedBy, fingerprint, pasts, Terms.NONE, VisitPhotos.NONE);
    }

    /**
     * On what terms a submission is taken.
     *
     * @param within so long after it began a visit is still submitted; null: however old it is
     * @param officeSupervisor department code of the body to which complaints about the supervision office itself go
     * @param grading by which requests are graded
     */
    record Terms(@Nullable Duration within, @Nullable String officeSupervisor, GradingRules grading) {

        static final Terms NONE = new Terms(null, null, GradingRules.NONE);

        Terms with(GradingRules rules) {
            return new Terms(within, officeSupervisor, rules);
        }
    }

    /**
     * What a request of history brings along.
     *
     * @param fingerprint over its row, because its visit may come in several files
     * @param happenedAt when it was forwarded or settled
     * @param history of one that was forwarded
     */
    public record Past(String fingerprint, Instant happenedAt, RequestEvent.@Nullable History history) {}

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

        /** Whether the submission is one that was stored before, and so gets the first answer. */
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

    boolean imported() {
        return recordedBy == null;
    }

    RecordedVisit recorded() {
        var checkIn = visit.checkIn();
        return new RecordedVisit(
                visit.grid(),
                teamCode,
                visit.form(),
                visit.startedAt(),
                null,
                recordedBy,
                imported(),
                fingerprint,
                checkIn == null ? null : checkIn.latitude(),
                checkIn == null ? null : checkIn.longitude(),
                checkIn == null ? null : checkIn.accuracyMeters());
    }

    Submission gradedBy(GradingRules rules) {
        return new Submission(visit, isNew, teamCode, recordedBy, fingerprint, pasts, terms.with(rules), photos);
    }

    /** @param position among the requests of the visit, from 1 */
    RecordedRequest recorded(ProtectedRequest content, int position) {
        var request = content.request();
        var proposal = terms.grading().propose(request.categoryCode(), content.text());
        return new RecordedRequest(
                visit.id(),
                position,
                visit.grid(),
                teamCode,
                request.categoryCode(),
                proposal.urgencyUnless(request.urgency()),
                content.text(),
                request.outcome(),
                content.note(),
                visit.startedAt(),
                imported(),
                request.aboutOffice() ? terms.officeSupervisor() : null,
                content.queryCode().value(),
                proposal.urgency(),
                proposal.category(),
                proposal.reason());
    }

    /** Null where a phone submitted it. */
    @Nullable
    Past past(int position) {
        return imported() ? pasts.get(position - 1) : null;
    }

    Announcement announcement(ProtectedRequest content, int position) {
        var past = past(position);
        var event = recorded(content, position)
                .event(
                        content.request().id(),
                        content.citizen(),
                        content.blindWords(),
                        past == null ? null : past.history());
        return new Announcement(event, past == null ? null : past.happenedAt());
    }
}
