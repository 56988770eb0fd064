package cn.minyi5.contracts.language;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * For which requests a rule of the catalogue speaks: those of these categories in this place, on these conditions.
 *
 * @param categoryPrefix empty for all categories
 * @param divisionPrefix empty for all places
 * @param urgency null for any
 * @param confidential true for complaints about officials alone; no other rule ever speaks for them
 */
public record ResponsibilityScope(
        String categoryPrefix, String divisionPrefix, @Nullable Urgency urgency, @Nullable Boolean confidential) {

    private static final Comparator<ResponsibilityScope> WEIGHT = Comparator.comparingInt(
                    (ResponsibilityScope scope) -> scope.categoryPrefix.length())
            .thenComparingInt(scope -> scope.divisionPrefix.length())
            .thenComparingInt(ResponsibilityScope::conditions);

    /** On no condition. */
    public ResponsibilityScope(String categoryPrefix, String divisionPrefix) {
        this(categoryPrefix, divisionPrefix, null, null);
    }

    /** How many it makes. */
    public int conditions() {
        return (urgency == null ? 0 : 1) + (confidential == null ? 0 : 1);
    }

    /** Whether its conditions are met. */
    public boolean holdsFor(Urgency asked, boolean isConfidential) {
        return (urgency == null || urgency == asked) && isConfidential == Boolean.TRUE.equals(confidential);
    }

    /**
     * Whether one rule wins for what is not confidential: the longest category prefix does, among those the longest
     * division prefix, among those the one with the most conditions, and two equal ones decide nothing (DOMAIN §2).
     * Routing tests that its catalogue says the same.
     *
     * @param scopes of all rules, one as often as there are rules that claim it
     */
    public static boolean oneWins(
            Collection<ResponsibilityScope> scopes, String categoryCode, GridCode grid, Urgency urgency) {
        var speaking = scopes.stream()
                .filter(scope -> categoryCode.startsWith(scope.categoryPrefix)
                        && grid.value().startsWith(scope.divisionPrefix)
                        && scope.holdsFor(urgency, false))
                .toList();
        return speaking.stream()
                .max(WEIGHT)
                .filter(winner -> speaking.stream()
                                .filter(scope -> WEIGHT.compare(scope, winner) == 0)
                                .count()
                        == 1)
                .isPresent();
    }
}
