package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of history that was taken in, and how far it has come. */
@Entity
@Table(name = "history_import")
@SecondaryTable(schema = "keys", name = "data_key", pkJoinColumns = @PrimaryKeyJoinColumn(name = "id"))
class HistoryImportRow {

    @Id
    UUID id;

    /** Its source names where the file comes from; refs are unique within a source of the county. */
    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "id", insertable = false, updatable = false))
    ImportProgress progress;

    /** The jurisdiction of who brought it. */
    DivisionCode division;

    String startedBy;
    Instant startedAt;

    /** 割接. What lies before it is told to nobody; nothing of the file happened after it. */
    Instant cutOver;

    /** The visit to go on with. */
    int nextVisit;

    @Column(table = "data_key")
    String kind = "import";

    /** Null when nothing is left that it opens. */
    @Column(table = "data_key")
    byte @Nullable [] wrappedKey;

    /** Encrypted, and null when the import is done. */
    byte @Nullable [] file;

    /** @throws Refusal {@code import.refused-rows-gone} */
    void refuseIfRowsAreGone() {
        if (wrappedKey == null && progress.refused() > 0) {
            throw Refusal.notFound("import.refused-rows-gone");
        }
    }

    /** What the encrypted file and rows of an import are bound to. */
    static String about(UUID id) {
        return "import/" + id;
    }
}
