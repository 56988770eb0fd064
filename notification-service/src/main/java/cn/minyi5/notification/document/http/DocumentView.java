package cn.minyi5.notification.document.http;

import cn.minyi5.notification.document.application.Document;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record DocumentView(
        UUID id,
        String kind,
        String number,
        int year,
        int issue,
        YearMonth month,
        OffsetDateTime issuedAt,
        boolean written,
        String rowsSha256,
        @Nullable String docxSha256,
        @Nullable String xlsxSha256) {

    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    static DocumentView of(Document document) {
        return new DocumentView(
                document.id(),
                "BULLETIN",
                number(document),
                document.year(),
                document.issue(),
                document.month(),
                document.issuedAt().atZoneSameInstant(COUNTY).toOffsetDateTime(),
                document.rendered(),
                document.rowsSha256(),
                document.docxSha256(),
                document.xlsxSha256());
    }

    static String number(Document document) {
        return "通报%d年第%d期".formatted(document.year(), document.issue());
    }
}
