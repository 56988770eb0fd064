package cn.minyi5.routing.catalogue;

import cn.minyi5.routing.catalogue.domain.CatalogueComparison.Gap;
import cn.minyi5.routing.catalogue.domain.Responsibility;
import cn.minyi5.web.ProblemTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 检查结果. What in a version wants a second look.
 *
 * @param rows that it is about; 1 is the header
 * @param text in the reader's language
 */
public record Finding(String code, Severity severity, List<Integer> rows, String text) {

    private static final String EQUAL_RULES = "catalogue.equal-rules";
    private static final String UNKNOWN_DEPARTMENT = "catalogue.department-unknown";
    private static final String GAPS = "catalogue.gaps";
    private static final String TOWNSHIP_UNKNOWN = "catalogue.township-unknown";

    public enum Severity {
        /** 须更正. Nothing with it is published; rules that are equal on purpose may be. */
        FATAL,
        /** 提示. */
        WARNING
    }

    /** Rules that claim the same scope: cases in it will wait for the dispatch desk. */
    static Finding equalRules(List<Responsibility> rules, Locale language) {
        var rows = rules.stream().map(Responsibility::row).toList();
        return of(EQUAL_RULES, Severity.FATAL, rows, language, Map.of("rows", rows));
    }

    static Finding unknownDepartment(String code, List<Integer> rows, Locale language) {
        return of(UNKNOWN_DEPARTMENT, Severity.FATAL, rows, language, Map.of("value", code, "rows", rows));
    }

    static Finding gaps(List<Gap> gaps, Locale language) {
        var categories = gaps.stream().map(Gap::categoryCode).distinct().toList();
        return of(GAPS, Severity.WARNING, List.of(), language, Map.of("categories", String.join("、", categories)));
    }

    /** Where TOWNSHIP stands for a place that nobody has brought as a department. */
    static Finding townshipsUnknown(List<String> townships, Locale language) {
        return of(
                TOWNSHIP_UNKNOWN,
                Severity.WARNING,
                List.of(),
                language,
                Map.of("townships", String.join("、", townships)));
    }

    private static Finding of(
            String code, Severity severity, List<Integer> rows, Locale language, Map<String, Object> details) {
        return new Finding(code, severity, rows, ProblemTexts.of(code, language, details));
    }

    boolean isEqualRules() {
        return code.equals(EQUAL_RULES);
    }
}
