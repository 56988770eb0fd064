package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.EventCatalogue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document while it is being written, and its files; {@link DocumentRow} is the same row as lists read it. */
@Entity
@Table(name = "document")
class RenderJobRow {

    enum State {
        WAITING,
        /** By a copy that holds it until {@link #nextTryAt}. */
        RENDERING,
        RENDERED
    }

    @Id
    UUID id;

    String kind;
    int year;
    int issue;

    /** As yyyy-MM. */
    String month;

    Instant issuedAt;
    String rowsSha256;

    /** Of the issue, under which people are told of it. */
    UUID eventId;

    /** The event's payload. */
    byte[] issued;

    @Enumerated(EnumType.STRING)
    State state;

    int tries;

    @Nullable
    Instant nextTryAt;

    @Nullable
    Instant renderedAt;

    byte @Nullable [] docx;

    @Nullable
    String docxSha256;

    byte @Nullable [] xlsx;

    @Nullable
    String xlsxSha256;

    static RenderJobRow waiting(RenderJob job, Instant now) {
        var issued = job.issued();
        var row = new RenderJobRow();
        row.id = issued.bulletinId();
        row.kind = "BULLETIN";
        row.year = issued.year();
        row.issue = issued.issue();
        row.month = issued.month();
        row.issuedAt = job.issuedAt();
        row.rowsSha256 = issued.rowsSha256();
        row.eventId = job.eventId();
        row.issued = EventCatalogue.write(issued);
        row.state = State.WAITING;
        row.nextTryAt = now;
        return row;
    }

    RenderJob job() {
        try {
            return new RenderJob(eventId, EventCatalogue.read(issued, BulletinEvent.Issued.class), issuedAt);
        } catch (IOException e) {
            throw new UncheckedIOException("an issue that was written cannot be read", e);
        }
    }

    void rendered(PaperFile word, PaperFile annex, Instant now) {
        state = State.RENDERED;
        nextTryAt = null;
        renderedAt = now;
        docx = word.bytes();
        docxSha256 = word.sha256();
        xlsx = annex.bytes();
        xlsxSha256 = annex.sha256();
    }
}
