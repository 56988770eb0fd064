package cn.minyi5.web.sheet;

import cn.minyi5.web.ProblemTexts;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How many rows of a file were taken, and which were not, with the reason in the reader's language. */
public record CheckedRowsView(int accepted, List<RefusedRowView> refused) {

    /** The row as a spreadsheet numbers it, and the column. */
    public record RefusedRowView(int row, @Nullable String field, String code, String reason) {}

    public static CheckedRowsView of(CheckedRows<?> checked, HttpHeaders headers) {
        return of(checked, ProblemTexts.language(headers.getAcceptableLanguages()));
    }

    public static CheckedRowsView of(CheckedRows<?> checked, Locale language) {
        var refused = new ArrayList<RefusedRowView>();
        for (var each : checked.refused()) {
            var why = each.why();
            var reason = ProblemTexts.of(why.code(), language, why.details());
            refused.add(new RefusedRowView(each.row().number(), why.field(), why.code(), reason));
        }
        return new CheckedRowsView(checked.good().size(), refused);
    }
}
