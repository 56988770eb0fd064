package cn.minyi5.routing.dispatch;

import cn.minyi5.routing.catalogue.CataloguesInForce;
import cn.minyi5.routing.catalogue.domain.Candidate;
import cn.minyi5.routing.catalogue.domain.Candidate.Ground;
import cn.minyi5.routing.catalogue.domain.Candidate.Standing;
import cn.minyi5.routing.catalogue.domain.Matter;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.routing.catalogue.domain.ResponsibilityCatalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a work order: the rules that speak for it, the weightiest first, or where none does the
 * nearest ones.
 *
 * @param catalogueVersion the one that decided, or in force now where nobody has dispatched it yet; absent if none was
 */
public record CandidatesView(@Nullable Integer catalogueVersion, List<CandidateView> candidates) {

    /** More would not be read. */
    private static final int MOST_NEAR = 5;

    /**
     * A rule, and to whom the order goes by it.
     *
     * @param because in what a rule that was outweighed says less, or one that is near does not fit
     * @param lead in the place of the order: the township's code where the rule says that it is its
     */
    public record CandidateView(
            Standing standing,
            List<Ground> because,
            String lead,
            List<String> assisting,
            String clause,
            @Nullable String policy,
            Responsibility rule) {

        private static CandidateView of(Candidate candidate, Matter matter) {
            var rule = candidate.rule();
            return new CandidateView(
                    candidate.standing(),
                    candidate.because(),
                    rule.leadIn(matter.grid()),
                    rule.assistingIn(matter.grid()),
                    rule.clause(),
                    rule.policy(),
                    rule);
        }
    }

    static CandidatesView of(ResponsibilityCatalogue catalogue, Matter matter) {
        return new CandidatesView(
                catalogue.version() == CataloguesInForce.NONE ? null : catalogue.version(),
                Candidate.of(catalogue, matter, MOST_NEAR).stream()
                        .map(candidate -> CandidateView.of(candidate, matter))
                        .toList());
    }
}
