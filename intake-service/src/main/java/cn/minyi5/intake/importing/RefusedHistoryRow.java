package cn.minyi5.intake.importing;

import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.web.ProblemTexts;
import cn.minyi5.web.sheet.RefusedRow;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of history that was refused: as it came, encrypted under its import's key, and why. */
@Entity
@Table(name = "refused_row")
class RefusedHistoryRow {

    @EmbeddedId
    Key key;

    byte[] content;
    String code;

    @Nullable
    String field;

    /** What the text of the refusal shows: codes and limits. */
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> details;

    @Embeddable
    record Key(UUID importId, int rowNumber) {}

    static RefusedHistoryRow of(HistoryImportRow of, RefusedRow refused, EnvelopeEncryption encryption) {
        var cells = new JsonArray(
                HistoryReading.ALL_COLUMNS.stream().map(refused.row()::cell).toList());
        var row = new RefusedHistoryRow();
        row.key = new Key(of.id, refused.row().number());
        row.content =
                encryption.encryptUnder(of.wrappedKey, cells.toBuffer().getBytes(), HistoryImportRow.about(of.id));
        row.code = refused.why().code();
        row.field = refused.why().field();
        row.details = refused.why().details();
        return row;
    }

    /** The cells as they came, and behind them why they were refused. */
    List<String> withReason(HistoryImportRow of, EnvelopeEncryption encryption, Locale language) {
        var cells = encryption.decrypt(new Encrypted(of.wrappedKey, content), HistoryImportRow.about(of.id));
        var reason = Objects.requireNonNullElse(field, "") + ": " + ProblemTexts.of(code, language, details);
        var row = new JsonArray(Buffer.buffer(cells))
                .stream().map(String::valueOf).collect(Collectors.toList());
        // Rows of before there were as many columns are shorter.
        row.addAll(Collections.nCopies(HistoryReading.ALL_COLUMNS.size() - row.size(), ""));
        row.add(reason);
        return row;
    }
}
