package cn.minyi5.intake.importing.domain;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.ResponsibilityScope;
import cn.minyi5.contracts.language.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * 权责清单. A version that routing has published, as far as an import needs it.
 *
 * @param division whose it is; empty where that was not told yet, and then nothing is known of its rules
 * @param scopes of its rules, one for each
 */
public record KnownCatalogue(
        String division,
        LocalDate effectiveFrom,
        Instant publishedAt,
        List<String> departments,
        List<ResponsibilityScope> scopes) {

    private static final Comparator<KnownCatalogue> NEAREST_AND_LATEST = Comparator.comparingInt(
                    (KnownCatalogue known) -> known.division.length())
            .thenComparing(KnownCatalogue::effectiveFrom)
            .thenComparing(KnownCatalogue::publishedAt);

    /**
     * Whether one rule wins in the version that was in force there: that of the nearest division, the latest of its own.
     * Nothing of history is urgent.
     */
    public static boolean assigns(
            Collection<KnownCatalogue> all, String categoryCode, GridCode grid, Instant forwardedAt) {
        var day = forwardedAt.atZone(CountyTime.ZONE).toLocalDate();
        return all.stream()
                .filter(known ->
                        !known.effectiveFrom.isAfter(day) && grid.value().startsWith(known.division))
                .max(NEAREST_AND_LATEST)
                .filter(known -> ResponsibilityScope.oneWins(known.scopes, categoryCode, grid, Urgency.NORMAL))
                .isPresent();
    }
}
