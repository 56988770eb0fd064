package cn.minyi5.intake.visit;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.visit.domain.Visit;
import java.time.Instant;
import java.util.List;

/**
 * What the database said to a submission.
 *
 * @param at its moment
 * @param ofTeam whether the grid is the team's
 * @param unknownCategories of those submitted
 * @param stored whether everything was stored; otherwise nothing was
 */
public record SubmissionResult(Instant at, boolean ofTeam, List<String> unknownCategories, boolean stored) {

    /** Why the visit was not stored, given that it was not stored before. */
    Refusal refusal(Visit visit) {
        if (!ofTeam) {
            return Refusal.invalid("visit.grid-not-of-team", "gridCode")
                    .with("gridCode", visit.grid().value());
        }
        if (!unknownCategories.isEmpty()) {
            return unknownCategory(visit);
        }
        visit.refuseIfStartedAfter(at);
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
