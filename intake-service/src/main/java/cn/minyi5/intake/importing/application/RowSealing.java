package cn.minyi5.intake.importing.application;

import cn.minyi5.intake.importing.domain.HistoryColumns;
import cn.minyi5.privacy.Seal;
import cn.minyi5.privacy.Sealed;
import cn.minyi5.web.sheet.RefusedRow;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Seals refused rows under their import's key, and opens them for who gets them back. */
@ApplicationScoped
class RowSealing {

    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final Seal seal;
    private final ObjectMapper json;

    RowSealing(Seal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    Batch.SealedRow seal(RefusedRow refused, UUID importId, byte[] wrappedKey) {
        var cells = HistoryColumns.ALL.stream()
                .map(column -> refused.row().cell(column))
                .toList();
        try {
            var content = seal.sealWith(wrappedKey, json.writeValueAsBytes(cells), HistoryImport.about(importId));
            return new Batch.SealedRow(refused.row().number(), content, refused.why());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a refused row cannot be written", e);
        }
    }

    /** The cells in the order of {@link HistoryColumns#ALL}. */
    List<String> open(Batch.SealedRow row, UUID importId, byte[] wrappedKey) {
        try {
            var sealed = new Sealed(wrappedKey, row.content());
            return json.readValue(seal.open(sealed, HistoryImport.about(importId)), CELLS);
        } catch (IOException e) {
            throw new IllegalStateException("a refused row cannot be read", e);
        }
    }
}
