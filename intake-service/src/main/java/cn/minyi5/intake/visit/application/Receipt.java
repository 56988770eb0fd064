package cn.minyi5.intake.visit.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.visit.domain.Visit;
import java.time.Instant;
import java.util.List;

/**
 * What the database said to a submission.
 *
 * @param at its moment
 * @param kept whether everything was written; otherwise nothing was
 * @param ofTeam whether the grid is the team's
 * @param unknownCategories of those submitted
 */
public record Receipt(Instant at, boolean kept, boolean ofTeam, List<String> unknownCategories) {

    /** Why the visit was not kept, given that it was not kept before. */
    Refusal refusal(Visit visit) {
        if (!ofTeam) {
            return Refusal.invalid("visit.grid-not-of-team", "gridCode")
                    .with("gridCode", visit.grid().value());
        }
        if (!unknownCategories.isEmpty()) {
            return unknownCategory(visit);
        }
        visit.refuseIfStartedAfter(at);
        throw new IllegalStateException("visit " + visit.id() + " was not kept, and nobody knows why");
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
