package cn.minyi5.intake.importing.persistence;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.importing.application.Batch;
import cn.minyi5.intake.importing.application.HistoryImport;
import cn.minyi5.intake.importing.application.Imports;
import cn.minyi5.intake.importing.domain.ImportProgress;
import cn.minyi5.intake.importing.domain.ImportState;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlImports implements Imports {

    private static final String START =
            """
            insert into history_import (id, source, division, started_by, started_at, state, rows, wrapped_key, file)
            values ($1, $2, $3, $4, $5, 'RUNNING', $6, $7, $8)""";

    private static final String RUNNING = "select id from history_import where state = 'RUNNING' order by id";

    private static final String OPEN =
            """
            select id, source, division, started_by, rows, wrapped_key, file
            from history_import where id = $1 and state = 'RUNNING'""";

    private static final String CLAIM =
            """
            select next_visit from history_import where id = $1 and state = 'RUNNING' for update skip locked""";

    private static final String KEEP =
            """
            update history_import
            set accepted = accepted + $2, already_there = already_there + $3, refused = refused + $4, next_visit = $5,
                state = case when $6 then 'DONE' else state end, file = case when $6 then null else file end
            where id = $1""";

    private static final String PROGRESS =
            """
            select id, source, state, rows, accepted, refused, already_there
            from history_import where id = $1 and starts_with(division, $2)""";

    private static final String WRAPPED_KEY = "select wrapped_key from history_import where id = $1";

    private final Transactions transactions;
    private final RefusedRows refusedRows;

    SqlImports(Transactions transactions, RefusedRows refusedRows) {
        this.transactions = transactions;
        this.refusedRows = refusedRows;
    }

    @Override
    public Uni<Void> start(Transaction tx, HistoryImport started) {
        return tx.connection()
                .preparedQuery(START)
                .execute(Tuple.from(new Object[] {
                    started.id(),
                    started.source(),
                    started.jurisdiction().value(),
                    started.startedBy(),
                    tx.now().atOffset(ZoneOffset.UTC),
                    started.rows(),
                    Buffer.buffer(started.file().wrappedKey()),
                    Buffer.buffer(started.file().content())
                }))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<UUID>> running() {
        return transactions.pool().preparedQuery(RUNNING).execute().map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getUUID(0))
                .toList());
    }

    @Override
    public Uni<@Nullable HistoryImport> open(UUID id) {
        return transactions
                .pool()
                .preparedQuery(OPEN)
                .execute(Tuple.of(id))
                .map(rows -> first(rows, SqlImports::historyImport));
    }

    @Override
    public Uni<@Nullable Integer> claim(Transaction tx, UUID id) {
        return tx.connection()
                .preparedQuery(CLAIM)
                .execute(Tuple.of(id))
                .map(rows -> first(rows, row -> row.getInteger(0)));
    }

    @Override
    public Uni<Void> keep(Transaction tx, Batch batch) {
        return tx.connection()
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        batch.importId(),
                        batch.accepted(),
                        batch.alreadyThere(),
                        batch.refused().size(),
                        batch.nextVisit(),
                        batch.last()))
                .chain(() -> refusedRows.add(tx, batch));
    }

    @Override
    public Uni<@Nullable ImportProgress> progress(UUID id, DivisionCode jurisdiction) {
        return transactions
                .pool()
                .preparedQuery(PROGRESS)
                .execute(Tuple.of(id, jurisdiction.value()))
                .map(rows -> first(rows, SqlImports::progress));
    }

    @Override
    public Uni<List<Batch.SealedRow>> refusedRows(UUID id) {
        return refusedRows.of(id);
    }

    @Override
    public Uni<byte[]> wrappedKey(UUID id) {
        return transactions
                .pool()
                .preparedQuery(WRAPPED_KEY)
                .execute(Tuple.of(id))
                .map(rows -> bytes(rows.iterator().next(), "wrapped_key"));
    }

    private static <T> @Nullable T first(RowSet<Row> rows, Function<Row, T> reading) {
        var found = rows.iterator();
        return found.hasNext() ? reading.apply(found.next()) : null;
    }

    private static HistoryImport historyImport(Row row) {
        return new HistoryImport(
                row.getUUID("id"),
                row.getString("source"),
                new DivisionCode(row.getString("division")),
                row.getString("started_by"),
                row.getInteger("rows"),
                new Sealed(bytes(row, "wrapped_key"), bytes(row, "file")));
    }

    private static ImportProgress progress(Row row) {
        return new ImportProgress(
                row.getUUID("id"),
                row.getString("source"),
                ImportState.valueOf(row.getString("state")),
                row.getInteger("rows"),
                row.getInteger("accepted"),
                row.getInteger("refused"),
                row.getInteger("already_there"));
    }

    private static byte[] bytes(Row row, String column) {
        return row.get(Buffer.class, column).getBytes();
    }
}
