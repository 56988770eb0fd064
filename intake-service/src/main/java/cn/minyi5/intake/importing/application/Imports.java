package cn.minyi5.intake.importing.application;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.importing.domain.ImportProgress;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports, running and done. */
public interface Imports {

    Uni<Void> start(Transaction tx, HistoryImport started);

    /** Ids of imports that have not come to their end, the oldest first. */
    Uni<List<UUID>> running();

    /** The import with its file, or null if it is done. */
    Uni<@Nullable HistoryImport> open(UUID id);

    /** The visit to go on with; null if the import is done or another copy is working on it. Locks the import. */
    Uni<@Nullable Integer> claim(Transaction tx, UUID id);

    Uni<Void> keep(Transaction tx, Batch batch);

    /** The import, or null if there is none in the jurisdiction. */
    Uni<@Nullable ImportProgress> progress(UUID id, DivisionCode jurisdiction);

    /** In the order of the file. */
    Uni<List<Batch.SealedRow>> refusedRows(UUID id);

    Uni<byte[]> wrappedKey(UUID id);
}
