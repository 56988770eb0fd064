package cn.minyi5.intake.importing;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.importing.domain.ImportProgress;
import cn.minyi5.intake.importing.domain.ImportState;
import cn.minyi5.privacy.Encrypted;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of history that was taken in, and how far it has come. */
@Entity
@Table(name = "history_import")
class HistoryImportRow {

    @Id
    UUID id;

    /** Names where it comes from; refs are unique within a source. */
    String source;

    /** The jurisdiction of who brought it. */
    String division;

    String startedBy;
    Instant startedAt;

    @Enumerated(EnumType.STRING)
    ImportState state;

    /** Without the header. */
    int rows;

    int accepted;
    int refused;
    int alreadyThere;

    /** The visit to go on with. */
    int nextVisit;

    byte[] wrappedKey;

    /** Encrypted, and null when the import is done. */
    byte @Nullable [] file;

    Encrypted encryptedFile() {
        return new Encrypted(wrappedKey, Objects.requireNonNull(file));
    }

    DivisionCode jurisdiction() {
        return new DivisionCode(division);
    }

    ImportProgress progress() {
        return new ImportProgress(id, source, state, rows, accepted, refused, alreadyThere);
    }

    /** What the encrypted file and rows of an import are bound to. */
    static String about(UUID id) {
        return "import/" + id;
    }
}
