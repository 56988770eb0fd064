package cn.minyi5.notification.document;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.EventCatalogue;
import cn.minyi5.messaging.Received;
import cn.minyi5.notification.template.domain.Names;
import cn.minyi5.web.Cursor;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 文件. A bulletin that is to be set on paper, and then its files, each with its SHA-256 in hex; these are large and only
 * read when they are asked for.
 */
@Entity
@Table(name = "document")
class DocumentRow {

    /** Of no county: nobody reads what nobody says whose it is. */
    private static final String UNKNOWN_DIVISION = "000000";

    enum State {
        WAITING,
        /** By a copy that holds it until {@link #nextTryAt}. */
        RENDERING,
        RENDERED
    }

    @Id
    UUID id;

    String kind;

    /** Who issued it. */
    String division;

    int year;
    int issue;

    /** Of the division in all; null for a paper from before it was told. */
    @Nullable
    Integer total;

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

    @Nullable
    Instant nextTryAt;

    @Nullable
    Instant renderedAt;

    @Basic(fetch = FetchType.LAZY)
    byte @Nullable [] docx;

    @Nullable
    String docxSha256;

    @Basic(fetch = FetchType.LAZY)
    byte @Nullable [] xlsx;

    @Nullable
    String xlsxSha256;

    static DocumentRow waiting(Received<BulletinEvent.Issued> received, Instant now) {
        var issued = received.event();
        var row = new DocumentRow();
        row.id = issued.bulletinId();
        row.kind = "BULLETIN";
        row.division = Objects.requireNonNullElse(issued.division(), UNKNOWN_DIVISION);
        row.year = issued.year();
        row.issue = issued.issue();
        row.total = issued.total();
        row.month = issued.month();
        row.issuedAt = received.happenedAt();
        row.rowsSha256 = issued.rowsSha256();
        row.eventId = received.id();
        row.issued = EventCatalogue.write(issued);
        row.state = State.WAITING;
        row.nextTryAt = now;
        return row;
    }

    /** 期号. */
    static String number(int year, int issue, @Nullable Integer total) {
        return "通报" + Names.ofBulletin(year, issue, total);
    }

    Cursor cursor() {
        return new Cursor(issuedAt, id);
    }
}
