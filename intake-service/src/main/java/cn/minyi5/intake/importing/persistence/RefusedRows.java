package cn.minyi5.intake.importing.persistence;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.importing.application.Batch;
import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of refused rows. */
@ApplicationScoped
class RefusedRows {

    private static final String ADD =
            """
            insert into refused_row (import_id, row_number, content, code, field, details)
            values ($1, $2, $3, $4, $5, $6)""";

    private static final String OF_IMPORT =
            "select row_number, content, code, field, details from refused_row where import_id = $1 order by row_number";

    private final Transactions transactions;

    RefusedRows(Transactions transactions) {
        this.transactions = transactions;
    }

    Uni<Void> add(Transaction tx, Batch batch) {
        if (batch.refused().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var tuples = batch.refused().stream()
                .map(row -> Tuple.of(
                        batch.importId(),
                        row.number(),
                        Buffer.buffer(row.content()),
                        row.why().code(),
                        row.why().field(),
                        details(row.why())))
                .toList();
        return tx.connection().preparedQuery(ADD).executeBatch(tuples).replaceWithVoid();
    }

    Uni<List<Batch.SealedRow>> of(UUID importId) {
        return transactions
                .pool()
                .preparedQuery(OF_IMPORT)
                .execute(Tuple.of(importId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RefusedRows::sealedRow)
                        .toList());
    }

    /** What the text shows, and nothing else: such values are codes and limits. */
    private static JsonObject details(Refusal why) {
        var details = new JsonObject();
        why.details().forEach((name, value) -> details.put(name, String.valueOf(value)));
        return details;
    }

    private static Batch.SealedRow sealedRow(Row row) {
        var why = Refusal.invalid(row.getString("code"), Objects.requireNonNullElse(row.getString("field"), ""));
        row.getJsonObject("details").forEach(detail -> why.with(detail.getKey(), detail.getValue()));
        return new Batch.SealedRow(
                row.getInteger("row_number"), row.get(Buffer.class, "content").getBytes(), why);
    }
}
