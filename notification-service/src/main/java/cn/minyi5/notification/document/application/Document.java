package cn.minyi5.notification.document.application;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 文件. A paper as lists show it.
 *
 * @param docxSha256 null until it is written
 * @param xlsxSha256 null until it is written
 */
public record Document(
        UUID id,
        int year,
        int issue,
        YearMonth month,
        OffsetDateTime issuedAt,
        String rowsSha256,
        @Nullable String docxSha256,
        @Nullable String xlsxSha256) {

    public boolean rendered() {
        return docxSha256 != null;
    }
}
