package cn.minyi5.notification.document;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Papers to list and to open. */
@ApplicationScoped
public class Documents {

    private static final String OF_MONTH = " where month like :month and id < :before";

    private final Transactions transactions;

    Documents(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A file and the number of the paper it belongs to. */
    public record Opened(String number, PaperFile file) {}

    /** Latest first. @param month all if null */
    public Uni<Page<DocumentView>> page(@Nullable YearMonth month, Cursor after, int limit) {
        return transactions.read(() -> query("select count(*) from DocumentRow" + OF_MONTH, Long.class, month)
                .setParameter("before", Cursor.START.idFromTheEnd())
                .getSingleResult()
                .flatMap(total -> query("from DocumentRow" + OF_MONTH + " order by id desc", DocumentRow.class, month)
                        .setParameter("before", after.idFromTheEnd())
                        .setMaxResults(Page.oneMoreThan(limit))
                        .getResultList()
                        .map(rows ->
                                Page.of(rows, limit, DocumentRow::cursor, total).map(DocumentView::of))));
    }

    /** Fails with the refusals {@code document.unknown}, {@code document.not-written-yet}. */
    public Uni<Opened> docx(UUID id) {
        return open(id, "select docx, docxSha256 from RenderJobRow where id = :id");
    }

    /** Fails with the refusals {@code document.unknown}, {@code document.not-written-yet}. */
    public Uni<Opened> xlsx(UUID id) {
        return open(id, "select xlsx, xlsxSha256 from RenderJobRow where id = :id");
    }

    private Uni<Opened> open(UUID id, String file) {
        return transactions.read(
                () -> transactions.session().get(DocumentRow.class, id).flatMap(row -> {
                    if (row == null) {
                        throw Refusal.notFound("document.unknown");
                    }
                    if (row.docxSha256 == null) {
                        throw Refusal.conflict("document.not-written-yet");
                    }
                    return transactions
                            .session()
                            .createSelectionQuery(file, PaperFile.class)
                            .setParameter("id", id)
                            .getSingleResult()
                            .map(found -> new Opened(row.number(), found));
                }));
    }

    private <T> SelectionQuery<T> query(String hql, Class<T> type, @Nullable YearMonth month) {
        return transactions
                .session()
                .createSelectionQuery(hql, type)
                .setParameter("month", month == null ? "%" : month.toString());
    }
}
