package cn.minyi5.contracts.language;

import java.util.Collection;
import java.util.Comparator;

/**
 * For which requests a rule of the catalogue speaks: those of these categories in this place.
 *
 * @param categoryPrefix empty for all categories
 * @param divisionPrefix empty for all places
 */
public record ResponsibilityScope(String categoryPrefix, String divisionPrefix) {

    private static final Comparator<ResponsibilityScope> WEIGHT = Comparator.comparingInt(
                    (ResponsibilityScope scope) -> scope.categoryPrefix.length())
            .thenComparingInt(scope -> scope.divisionPrefix.length());

    /**
     * Whether one rule wins: the longest category prefix does, among those the longest division prefix, and two equal
     * ones decide nothing (DOMAIN §2). Routing tests that its catalogue says the same.
     *
     * @param scopes of all rules, one as often as there are rules that claim it
     */
    public static boolean oneWins(Collection<ResponsibilityScope> scopes, String categoryCode, GridCode grid) {
        var speaking = scopes.stream()
                .filter(scope -> categoryCode.startsWith(scope.categoryPrefix)
                        && grid.value().startsWith(scope.divisionPrefix))
                .toList();
        return speaking.stream()
                .max(WEIGHT)
                .filter(winner -> speaking.stream().filter(winner::equals).count() == 1)
                .isPresent();
    }
}
