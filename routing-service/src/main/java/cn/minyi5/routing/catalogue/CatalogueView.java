package cn.minyi5.routing.catalogue;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.web.ProblemTexts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of the catalogue. Once published its rules never change, and it is in force from its day on, until a
 * version with a later day is.
 *
 * @param version counts the versions of the division
 * @param division whose it is
 * @param effectiveFrom from midnight in Asia/Shanghai; may lie in the past, for history brought along
 * @param rules how many
 * @param findings what wants a second look; only in the answer to a draft
 */
public record CatalogueView(
        int version,
        String division,
        State state,
        LocalDate effectiveFrom,
        @Nullable OffsetDateTime publishedAt,
        int rules,
        @Nullable List<Finding> findings) {

    private static final String EQUAL_RULES = "catalogue.equal-rules";

    @Schema(name = "CatalogueState")
    public enum State {
        /** 草案. To be looked at. */
        DRAFT,
        /** 已发布. */
        PUBLISHED
    }

    /** @param rows that it is about; 1 is the header */
    public record Finding(String code, List<Integer> rows, String text) {

        /** Rules that claim the same scope: cases in it will wait for the dispatch desk. */
        static Finding equalRules(List<Responsibility> rules, Locale language) {
            var rows = rules.stream().map(Responsibility::row).toList();
            return new Finding(EQUAL_RULES, rows, ProblemTexts.of(EQUAL_RULES, language, Map.of("rows", rows)));
        }
    }

    static CatalogueView of(CatalogueVersionRow row, @Nullable List<Finding> findings) {
        return new CatalogueView(
                row.version,
                row.division,
                row.publishedAt == null ? State.DRAFT : State.PUBLISHED,
                row.effectiveFrom,
                CountyTime.atOrNull(row.publishedAt),
                row.rules,
                findings);
    }
}
