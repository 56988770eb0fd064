package cn.minyi5.web.sheet;

import cn.minyi5.web.ProblemTexts;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many rows of a file were taken, and which were not, with the reason in the reader's language. */
public record CheckedRowsView(int accepted, List<RefusedRowView> refused) {

    /** The row as a spreadsheet numbers it, and the column. */
    public record RefusedRowView(int row, @Nullable String field, String code, String reason) {

        static RefusedRowView of(RefusedRow refused, Locale language) {
            var why = refused.why();
            return new RefusedRowView(
                    refused.row().number(),
                    why.field(),
                    why.code(),
                    ProblemTexts.of(why.code(), language, why.details()));
        }
    }

    public static CheckedRowsView of(CheckedRows<?> checked, HttpHeaders headers) {
        return of(checked, ProblemTexts.language(headers.getAcceptableLanguages()));
    }

    public static CheckedRowsView of(CheckedRows<?> checked, Locale language) {
        return new CheckedRowsView(
                checked.good().size(),
                checked.refused().stream()
                        .map(refused -> RefusedRowView.of(refused, language))
                        .toList());
    }
}
