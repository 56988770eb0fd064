package cn.minyi5.notification.document;

import cn.minyi5.contracts.language.CountyTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param written whether it can be downloaded */
public record DocumentView(
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

    static DocumentView of(DocumentRow row) {
        return new DocumentView(
                row.id,
                row.kind,
                DocumentRow.number(row.year, row.issue),
                row.year,
                row.issue,
                YearMonth.parse(row.month),
                CountyTime.at(row.issuedAt),
                row.docxSha256 != null,
                row.rowsSha256,
                row.docxSha256,
                row.xlsxSha256);
    }
}
