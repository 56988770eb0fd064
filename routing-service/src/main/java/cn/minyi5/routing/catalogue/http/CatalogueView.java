package cn.minyi5.routing.catalogue.http;

import cn.minyi5.routing.catalogue.application.DraftCatalogue.Draft;
import cn.minyi5.routing.catalogue.domain.CatalogueVersion;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.web.ProblemTexts;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of the catalogue.
 *
 * @param rules how many
 * @param findings what wants a second look; only in the answer to a draft
 */
record CatalogueView(
        int version,
        CatalogueVersion.State state,
        LocalDate effectiveFrom,
        @Nullable OffsetDateTime publishedAt,
        int rules,
        @Nullable List<Finding> findings) {

    private static final String EQUAL_RULES = "catalogue.equal-rules";

    /** @param rows that it is about; 1 is the header */
    record Finding(String code, List<Integer> rows, String text) {}

    static CatalogueView of(CatalogueVersion version) {
        return of(version, null);
    }

    static CatalogueView of(Draft draft, HttpHeaders headers) {
        return of(
                draft.version(),
                draft.equalRules().stream()
                        .map(rules -> finding(rules, headers))
                        .toList());
    }

    private static CatalogueView of(CatalogueVersion version, @Nullable List<Finding> findings) {
        var publishedAt = version.publishedAt();
        return new CatalogueView(
                version.version(),
                version.state(),
                version.effectiveFrom(),
                publishedAt == null ? null : publishedAt.atOffset(ZoneOffset.ofHours(8)),
                version.rules(),
                findings);
    }

    private static Finding finding(List<Responsibility> equal, HttpHeaders headers) {
        var rows = equal.stream().map(Responsibility::row).toList();
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return new Finding(EQUAL_RULES, rows, ProblemTexts.of(EQUAL_RULES, language, Map.of("rows", rows)));
    }
}
