package cn.minyi5.intake.visit;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.intake.request.PersonalDataProtection.ProtectedRequest;
import cn.minyi5.intake.request.domain.RecordedRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of a submission.
 *
 * @param past of a request of history
 */
public record SubmittedRequest(ProtectedRequest content, @Nullable Past past) {

    /**
     * What a request of history brings along.
     *
     * @param fingerprint over its row, because its visit may come in several files
     * @param happenedAt when it was forwarded or settled
     * @param history of one that was forwarded
     */
    public record Past(String fingerprint, Instant happenedAt, RequestEvent.@Nullable History history) {}

    public UUID id() {
        return content.request().id();
    }

    RecordedRequest recorded(Submission submission, int position) {
        var request = content.request();
        var visit = submission.visit();
        return new RecordedRequest(
                visit.id(),
                position,
                visit.grid(),
                submission.teamCode(),
                request.categoryCode(),
                request.urgency(),
                content.text(),
                request.outcome(),
                content.note(),
                visit.startedAt(),
                submission.imported());
    }

    /** What is told of it: nothing that leads to a person. */
    RequestEvent event(Submission submission) {
        var request = content.request();
        var visit = submission.visit();
        var visitedAt = CountyTime.at(visit.startedAt());
        return switch (request.outcome()) {
            case RESOLVED_ON_SPOT ->
                new RequestEvent.ResolvedOnSpot(
                        id(),
                        visit.id(),
                        visit.grid().value(),
                        request.categoryCode(),
                        visitedAt,
                        submission.imported());
            case FORWARDED ->
                new RequestEvent.Forwarded(
                        id(),
                        visit.id(),
                        visit.grid().value(),
                        request.categoryCode(),
                        request.urgency(),
                        content.text(),
                        content.citizen(),
                        submission.teamCode(),
                        visitedAt,
                        submission.imported(),
                        past == null ? null : past.history());
        };
    }
}
