package cn.minyi5.intake.importing;

import cn.minyi5.intake.importing.domain.HistoryColumns;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.web.sheet.RefusedRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Stores refused rows under their import's key, and decrypts them for who gets them back. */
@ApplicationScoped
class RefusedRows {

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final Transactions transactions;
    private final EnvelopeEncryption encryption;
    private final ObjectMapper json;

    RefusedRows(Transactions transactions, EnvelopeEncryption encryption, ObjectMapper json) {
        this.transactions = transactions;
        this.encryption = encryption;
        this.json = json;
    }

    Uni<Void> store(List<RefusedRow> refused, UUID importId, byte[] wrappedKey) {
        return transactions
                .session()
                .insertMultiple(refused.stream()
                        .map(row -> RefusedHistoryRow.of(
                                importId, row.row().number(), encrypted(row, importId, wrappedKey), row.why()))
                        .toList());
    }

    /** In the order of the file. */
    Uni<List<HistoryImports.ReturnedRow>> of(UUID importId, byte[] wrappedKey) {
        return transactions
                .session()
                .createSelectionQuery(
                        "from RefusedHistoryRow where key.importId = :id order by key.rowNumber",
                        RefusedHistoryRow.class)
                .setParameter("id", importId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new HistoryImports.ReturnedRow(cells(row, importId, wrappedKey), row.why()))
                        .toList());
    }

    private byte[] encrypted(RefusedRow refused, UUID importId, byte[] wrappedKey) {
        var cells = HistoryColumns.ALL.stream()
                .map(column -> refused.row().cell(column))
                .toList();
        try {
            return encryption.encryptUnder(wrappedKey, json.writeValueAsBytes(cells), HistoryImportRow.about(importId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a refused row cannot be written", e);
        }
    }

    private List<String> cells(RefusedHistoryRow row, UUID importId, byte[] wrappedKey) {
        try {
            var encrypted = new Encrypted(wrappedKey, row.content);
            return json.readValue(encryption.decrypt(encrypted, HistoryImportRow.about(importId)), CELLS);
        } catch (IOException e) {
            throw new IllegalStateException("a refused row cannot be read", e);
        }
    }
}
