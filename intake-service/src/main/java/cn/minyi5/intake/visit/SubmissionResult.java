package cn.minyi5.intake.visit;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.visit.domain.Visit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the database said to a submission.
 *
 * @param at its moment
 * @param ofTeam whether the grid is the team's
 * @param unknownCategories of those submitted
 * @param unknownAttachments of those submitted: not there, not uploaded by the person, or hanging elsewhere
 * @param withoutPhoto categories that demand one where something of theirs was settled on the spot without
 * @param stored whether everything was stored; otherwise nothing was
 */
public record SubmissionResult(
        Instant at,
        boolean ofTeam,
        List<String> unknownCategories,
        List<String> unknownAttachments,
        List<String> withoutPhoto,
        boolean stored) {

    /** Why the visit was not stored, given that it was not stored before. */
    Refusal refusal(Submission submission) {
        var visit = submission.visit();
        if (!ofTeam) {
            return Refusal.invalid("visit.grid-not-of-team", "gridCode")
                    .with("gridCode", visit.grid().value());
        }
        if (!unknownCategories.isEmpty()) {
            return unknownCategory(visit);
        }
        visit.refuseIfStartedAfter(at);
        visit.refuseIfLongAgo(at, submission.terms().within());
        if (!unknownAttachments.isEmpty()) {
            return submission
                    .photos()
                    .refusal(unknownAttachments.stream().map(UUID::fromString).toList());
        }
        if (!withoutPhoto.isEmpty()) {
            return submission.photos().missing(visit.requests(), withoutPhoto);
        }
        throw new IllegalStateException("visit " + visit.id() + " was not stored for no reason that is known");
    }

    private Refusal unknownCategory(Visit visit) {
        var codes =
                visit.requests().stream().map(request -> request.categoryCode()).toList();
        var first =
                codes.stream().filter(unknownCategories::contains).findFirst().orElseThrow();
        return Refusal.invalid("request.category-unknown", "requests[" + codes.indexOf(first) + "].categoryCode")
                .with("categoryCode", first);
    }
}
