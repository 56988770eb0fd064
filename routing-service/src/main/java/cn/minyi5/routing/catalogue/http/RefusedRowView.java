package cn.minyi5.routing.catalogue.http;

import cn.minyi5.routing.catalogue.application.RefusedRow;
import cn.minyi5.web.ProblemTexts;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A row that comes back, with the reason in the caller's language.
 *
 * @param row where it stands in the table; 1 is the header
 */
record RefusedRowView(int row, @Nullable String field, String code, String reason) {

    static RefusedRowView of(RefusedRow refused, HttpHeaders headers) {
        var because = refused.because();
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return new RefusedRowView(
                refused.row(),
                because.field(),
                because.code(),
                ProblemTexts.of(because.code(), language, because.details()));
    }
}
