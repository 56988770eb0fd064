package cn.minyi5.notification.document.persistence;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.EventCatalogue;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.document.application.Commission;
import cn.minyi5.notification.document.application.Document;
import cn.minyi5.notification.document.application.Documents;
import cn.minyi5.notification.document.application.PaperFile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlDocuments implements Documents {

    private static final String COMMISSION =
            """
            insert into document
                (id, kind, year, issue, month, issued_at, event_id, issued, rows_sha256, state, next_try_at)
            values ($1, 'BULLETIN', $2, $3, $4, $5, $6, $7, $8, 'WAITING', $9)
            on conflict (id) do nothing""";

    /** What a dead copy had begun comes up again when its lease is over. */
    private static final String TAKE =
            """
            update document set state = 'RENDERING', tries = tries + 1, next_try_at = $2
            where id = (
                select id from document where state in ('WAITING', 'RENDERING') and next_try_at <= $1
                order by next_try_at limit 1 for update skip locked)
            returning event_id, issued, issued_at""";

    private static final String KEEP =
            """
            update document
            set state = 'RENDERED', next_try_at = null, rendered_at = $2, docx = $3, docx_sha256 = $4, xlsx = $5,
                xlsx_sha256 = $6
            where id = $1 and state = 'RENDERING'""";
    private static final String SHOWN =
            "select id, year, issue, month, issued_at, rows_sha256, docx_sha256, xlsx_sha256 from document";
    private static final String PAGE = SHOWN
            + """

             where ($1::text is null or month = $1) and ($2::uuid is null or id < $2)
            order by id desc limit $3""";
    private static final String FIND = SHOWN + " where id = $1";
    private static final String COUNT = "select count(*) from document where $1::text is null or month = $1";
    private static final String DOCX =
            "select docx as file, docx_sha256 as sha256 from document where id = $1 and state = 'RENDERED'";
    private static final String XLSX =
            "select xlsx as file, xlsx_sha256 as sha256 from document where id = $1 and state = 'RENDERED'";

    private final Transactions transactions;

    SqlDocuments(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> commission(Transaction tx, Commission commission) {
        var issued = commission.issued();
        return tx.connection()
                .preparedQuery(COMMISSION)
                .execute(Tuple.from(new Object[] {
                    issued.bulletinId(),
                    issued.year(),
                    issued.issue(),
                    issued.month(),
                    commission.issuedAt().atOffset(ZoneOffset.UTC),
                    commission.eventId(),
                    Buffer.buffer(EventCatalogue.write(issued)),
                    issued.rowsSha256(),
                    tx.now().atOffset(ZoneOffset.UTC)
                }))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Commission>> take(Transaction tx, Duration lease) {
        return tx.connection()
                .preparedQuery(TAKE)
                .execute(Tuple.of(
                        tx.now().atOffset(ZoneOffset.UTC), tx.now().plus(lease).atOffset(ZoneOffset.UTC)))
                .map(rows -> first(rows, SqlDocuments::commission));
    }

    @Override
    public Uni<Boolean> keep(Transaction tx, UUID id, PaperFile docx, PaperFile xlsx) {
        return tx.connection()
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        id,
                        tx.now().atOffset(ZoneOffset.UTC),
                        Buffer.buffer(docx.bytes()),
                        docx.sha256(),
                        Buffer.buffer(xlsx.bytes()),
                        xlsx.sha256()))
                .map(kept -> kept.rowCount() == 1);
    }

    @Override
    public Uni<List<Document>> page(@Nullable YearMonth month, @Nullable UUID after, int limit) {
        return transactions
                .pool()
                .preparedQuery(PAGE)
                .execute(Tuple.of(text(month), after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SqlDocuments::document)
                        .toList());
    }

    @Override
    public Uni<Long> count(@Nullable YearMonth month) {
        return transactions
                .pool()
                .preparedQuery(COUNT)
                .execute(Tuple.of(text(month)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<Document>> find(UUID id) {
        return one(FIND, id, SqlDocuments::document);
    }

    @Override
    public Uni<Optional<PaperFile>> docx(UUID id) {
        return one(DOCX, id, SqlDocuments::file);
    }

    @Override
    public Uni<Optional<PaperFile>> xlsx(UUID id) {
        return one(XLSX, id, SqlDocuments::file);
    }

    private <T> Uni<Optional<T>> one(String sql, UUID id, Function<Row, T> shape) {
        return transactions.pool().preparedQuery(sql).execute(Tuple.of(id)).map(rows -> first(rows, shape));
    }

    private static <T> Optional<T> first(Iterable<Row> rows, Function<Row, T> shape) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(shape);
    }

    private static @Nullable String text(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    private static Commission commission(Row row) {
        try {
            return new Commission(
                    row.getUUID("event_id"),
                    EventCatalogue.read(row.get(Buffer.class, "issued").getBytes(), BulletinEvent.Issued.class),
                    row.getOffsetDateTime("issued_at").toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException("an issue that was written cannot be read", e);
        }
    }

    private static Document document(Row row) {
        return new Document(
                row.getUUID("id"),
                row.getInteger("year"),
                row.getInteger("issue"),
                YearMonth.parse(row.getString("month")),
                row.getOffsetDateTime("issued_at"),
                row.getString("rows_sha256"),
                row.getString("docx_sha256"),
                row.getString("xlsx_sha256"));
    }

    private static PaperFile file(Row row) {
        return new PaperFile(row.get(Buffer.class, "file").getBytes(), row.getString("sha256"));
    }
}
