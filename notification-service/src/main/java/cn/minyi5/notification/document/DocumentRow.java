package cn.minyi5.notification.document;

import cn.minyi5.web.Cursor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 文件. A document without its files, as lists read it; it is written as {@link RenderJobRow}. */
@Entity
@Table(name = "document")
class DocumentRow {

    @Id
    UUID id;

    int year;
    int issue;

    /** As yyyy-MM. */
    String month;

    Instant issuedAt;
    String rowsSha256;

    /** Null until it is written. */
    @Nullable
    String docxSha256;

    @Nullable
    String xlsxSha256;

    /** 期号. */
    String number() {
        return "通报%d年第%d期".formatted(year, issue);
    }

    Cursor cursor() {
        return new Cursor(issuedAt, id);
    }
}
