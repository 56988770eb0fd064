package cn.minyi5.intake.visit;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.VisitEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.intake.request.PersonalDataProtection.ProtectedRequest;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.request.domain.RecordedRequest;
import cn.minyi5.intake.visit.domain.RecordedVisit;
import cn.minyi5.intake.visit.domain.Visit;
import cn.minyi5.messaging.Outbox.Announcement;
import java.time.Instant;
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
        List<Request> requests) {

    public record Request(ProtectedRequest content, @Nullable Past past) {}

    /**
     * What a request of history brings along.
     *
     * @param fingerprint over its row, because its visit may come in several files
     * @param happenedAt when it was forwarded or settled
     * @param history of one that was forwarded
     */
    public record Past(String fingerprint, Instant happenedAt, RequestEvent.@Nullable History history) {}

    boolean imported() {
        return recordedBy == null;
    }

    RecordedVisit recorded() {
        return new RecordedVisit(
                visit.grid(), teamCode, visit.form(), visit.startedAt(), null, recordedBy, imported(), fingerprint);
    }

    RecordedRequest recorded(int position) {
        var content = requests.get(position - 1).content();
        return content.request()
                .recorded(
                        content.text(),
                        content.note(),
                        visit.id(),
                        position,
                        visit.grid(),
                        teamCode,
                        visit.startedAt(),
                        imported());
    }

    /** The visit first, then its requests in their order; of history each at the moment at which it happened. */
    List<Announcement> announcements() {
        var all = new ArrayList<Announcement>(requests.size() + 1);
        if (isNew) {
            all.add(new Announcement(event(), imported() ? visit.startedAt() : null));
        }
        for (int position = 1; position <= requests.size(); position++) {
            var content = requests.get(position - 1).content();
            var past = requests.get(position - 1).past();
            var event = recorded(position)
                    .event(content.request().id(), content.citizen(), past == null ? null : past.history());
            all.add(new Announcement(event, past == null ? null : past.happenedAt()));
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
