package cn.minyi5.notification.document;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Papers to list and to open. */
@ApplicationScoped
public class Documents {

    private static final String OF_MONTH = "from DocumentRow where month like :month and id < :before order by id desc";

    private final Transactions transactions;

    Documents(Transactions transactions) {
        this.transactions = transactions;
    }

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

    /** A file, null until it is written, with its SHA-256 in hex and the number of the paper it belongs to. */
    public record Opened(int year, int issue, byte @Nullable [] bytes, @Nullable String sha256) {

        public String number() {
            return DocumentRow.number(year, issue);
        }
    }

    /** Latest first. @param month all if null */
    public Uni<Page<DocumentView>> page(@Nullable YearMonth month, Cursor after, int limit) {
        return transactions.read(
                () -> behind(Cursor.START, month).getResultCount().flatMap(total -> behind(after, month)
                        .setMaxResults(Page.oneMoreThan(limit))
                        .getResultList()
                        .map(rows ->
                                Page.of(rows, limit, DocumentRow::cursor, total).map(DocumentView::of))));
    }

    private SelectionQuery<DocumentRow> behind(Cursor cursor, @Nullable YearMonth month) {
        return transactions
                .session()
                .createSelectionQuery(OF_MONTH, DocumentRow.class)
                .setParameter("month", month == null ? "%" : month.toString())
                .setParameter("before", cursor.idFromTheEnd());
    }

    public Uni<Opened> docx(UUID id) {
        return open(id, "select d.year, d.issue, d.docx, d.docxSha256 from DocumentRow d where d.id = :id");
    }

    public Uni<Opened> xlsx(UUID id) {
        return open(id, "select d.year, d.issue, d.xlsx, d.xlsxSha256 from DocumentRow d where d.id = :id");
    }

    /** Fails with the refusals {@code document.unknown}, {@code document.not-written-yet}. */
    private Uni<Opened> open(UUID id, String file) {
        return transactions.read(() -> transactions
                .session()
                .createSelectionQuery(file, Opened.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .invoke(opened -> {
                    if (opened == null) {
                        throw Refusal.notFound("document.unknown");
                    }
                    if (opened.bytes() == null) {
                        throw Refusal.conflict("document.not-written-yet");
                    }
                }));
    }
}
