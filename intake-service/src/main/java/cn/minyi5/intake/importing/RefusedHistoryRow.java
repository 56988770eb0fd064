package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
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

    static RefusedHistoryRow of(UUID importId, int rowNumber, byte[] content, Refusal why) {
        var row = new RefusedHistoryRow();
        row.key = new Key(importId, rowNumber);
        row.content = content;
        row.code = why.code();
        row.field = why.field();
        row.details = why.details();
        return row;
    }
}
