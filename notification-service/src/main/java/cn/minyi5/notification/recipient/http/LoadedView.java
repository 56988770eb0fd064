package cn.minyi5.notification.recipient.http;

import cn.minyi5.notification.recipient.application.LoadRecipients;
import cn.minyi5.notification.recipient.application.RefusedRow;
import cn.minyi5.web.ProblemTexts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record LoadedView(int accepted, List<Refused> refused) {

    record Refused(int row, @Nullable String field, String code, String reason) {}

    static LoadedView of(LoadRecipients.Loaded loaded, Locale language) {
        return new LoadedView(
                loaded.accepted(),
                loaded.refused().stream().map(row -> refused(row, language)).toList());
    }

    private static Refused refused(RefusedRow row, Locale language) {
        var refusal = row.refusal();
        return new Refused(
                row.row(),
                refusal.field(),
                refusal.code(),
                ProblemTexts.of(refusal.code(), language, refusal.details()));
    }
}
