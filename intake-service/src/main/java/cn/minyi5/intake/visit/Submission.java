package cn.minyi5.intake.visit;

import cn.minyi5.contracts.VisitEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.visit.domain.RecordedVisit;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.messaging.Outbox.Announcement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit with its requests, ready to be stored and told: from a phone, or of history.
 *
 * @param isNew false where history adds requests to a visit that is there
 * @param recordedBy the id of who submitted it; null for history
 * @param fingerprint keyed, over all that was submitted
 */
public record Submission(
        Visit visit,
        boolean isNew,
        String teamCode,
        @Nullable String recordedBy,
        String fingerprint,
        List<SubmittedRequest> requests) {

    boolean imported() {
        return recordedBy == null;
    }

    RecordedVisit recorded() {
        return new RecordedVisit(
                visit.grid(), teamCode, visit.form(), visit.startedAt(), null, recordedBy, imported(), fingerprint);
    }

    /** The visit first, then its requests in their order; of history each at the moment at which it happened. */
    List<Announcement> announcements() {
        var all = new ArrayList<Announcement>(requests.size() + 1);
        if (isNew) {
            all.add(new Announcement(event(), imported() ? visit.startedAt() : null));
        }
        for (var request : requests) {
            var past = request.past();
            all.add(new Announcement(request.event(this), past == null ? null : past.happenedAt()));
        }
        return all;
    }

    private VisitEvent event() {
        return new VisitEvent.Recorded(
                visit.id(),
                visit.grid().value(),
                teamCode,
                visit.form(),
                CountyTime.at(visit.startedAt()),
                visit.requests().size(),
                visit.count(Outcome.RESOLVED_ON_SPOT),
                visit.count(Outcome.FORWARDED),
                imported());
    }
}
