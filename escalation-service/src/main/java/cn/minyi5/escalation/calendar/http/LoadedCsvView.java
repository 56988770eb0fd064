package cn.minyi5.escalation.calendar.http;

import cn.minyi5.escalation.calendar.application.LoadCalendarYear;
import cn.minyi5.web.ProblemTexts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of the rows of a file: the bad ones come back with the reason in the caller's language. */
record LoadedCsvView(int accepted, List<RefusedRow> refused) {

    record RefusedRow(long row, @Nullable String field, String code, String reason) {}

    static LoadedCsvView of(LoadCalendarYear.Outcome outcome, Locale language) {
        return new LoadedCsvView(
                outcome.accepted(),
                outcome.refused().stream()
                        .map(row -> new RefusedRow(
                                row.number(),
                                row.why().field(),
                                row.why().code(),
                                ProblemTexts.of(
                                        row.why().code(), language, row.why().details())))
                        .toList());
    }
}
