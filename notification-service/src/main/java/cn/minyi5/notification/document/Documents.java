package cn.minyi5.notification.document;

import cn.minyi5.access.AccessScope;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.document.domain.Bulletin;
import cn.minyi5.notification.document.office.ExcelAnnex;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Papers to list and to open. */
@ApplicationScoped
public class Documents {

    /** As {@link AccessScope#readsPapersOf}. */
    private static final String OF_MONTH =
            """
            from DocumentRow where month like :month and id < :before
                and (division like concat(:mine, '%') or :mine like concat(division, '%'))
            order by id desc""";

    private final Transactions transactions;
    private final FrozenBulletins bulletins;

    Documents(Transactions transactions, FrozenBulletins bulletins) {
        this.transactions = transactions;
        this.bulletins = bulletins;
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
                    DocumentRow.number(row.year, row.issue, row.total),
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
    public record Opened(
            String division,
            int year,
            int issue,
            @Nullable Integer total,
            byte @Nullable [] bytes,
            @Nullable String sha256) {

        public String number() {
            return DocumentRow.number(year, issue, total);
        }
    }

    /** Those of the reader's county, or of the counties below the reader; latest first. @param month all if null */
    public Uni<Page<DocumentView>> page(AccessScope scope, @Nullable YearMonth month, Cursor after, int limit) {
        return transactions.read(
                () -> behind(scope, Cursor.START, month).getResultCount().flatMap(total -> behind(scope, after, month)
                        .setMaxResults(Page.oneMoreThan(limit))
                        .getResultList()
                        .map(rows ->
                                Page.of(rows, limit, DocumentRow::cursor, total).map(DocumentView::of))));
    }

    private SelectionQuery<DocumentRow> behind(AccessScope scope, Cursor cursor, @Nullable YearMonth month) {
        return transactions
                .session()
                .createSelectionQuery(OF_MONTH, DocumentRow.class)
                .setParameter("month", month == null ? "%" : month.toString())
                .setParameter("before", cursor.idFromTheEnd())
                .setParameter("mine", scope.division().value());
    }

    public Uni<Opened> docx(UUID id, AccessScope scope) {
        return transactions.read(() -> open(id, scope, "d.docx, d.docxSha256"));
    }

    /** The whole annex for the county's office; for a department or a township its own rows, counted anew. */
    public Uni<Opened> xlsx(UUID id, AccessScope scope) {
        return transactions
                .read(() -> open(id, scope, "d.xlsx, d.xlsxSha256")
                        .flatMap(whole -> seesAll(whole, scope)
                                ? Uni.createFrom().item(() -> new Annex(whole, null))
                                : bulletins.bulletin(id).map(bulletin -> new Annex(whole, bulletin))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(annex -> annex.forEyes(scope));
    }

    private static boolean seesAll(Opened document, AccessScope scope) {
        return scope.department() == null && scope.division().contains(new DivisionCode(document.division()));
    }

    /** @param bulletin of which only a part is for these eyes; null if all of it is */
    private record Annex(Opened whole, @Nullable Bulletin bulletin) {

        Opened forEyes(AccessScope scope) {
            if (bulletin == null) {
                return whole;
            }
            var bytes = ExcelAnnex.print(bulletin.excerpt(scope.department(), scope.division()));
            return new Opened(
                    whole.division, whole.year, whole.issue, whole.total, bytes, DigestUtils.sha256Hex(bytes));
        }
    }

    /** Fails with the refusals {@code document.unknown}, {@code document.not-written-yet}. */
    private Uni<Opened> open(UUID id, AccessScope scope, String file) {
        return transactions
                .session()
                .createSelectionQuery(
                        "select d.division, d.year, d.issue, d.total, " + file + " from DocumentRow d where d.id = :id",
                        Opened.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .invoke(opened -> {
                    if (opened == null || !scope.readsPapersOf(new DivisionCode(opened.division()))) {
                        throw Refusal.notFound("document.unknown");
                    }
                    if (opened.bytes() == null) {
                        throw Refusal.conflict("document.not-written-yet");
                    }
                });
    }
}
