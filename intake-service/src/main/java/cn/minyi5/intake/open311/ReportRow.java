package cn.minyi5.intake.open311;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** With which key a request came, and what it was, so that the same that is sent again is known. */
@Entity
@Table(name = "open311_report")
class ReportRow {

    @Id
    UUID requestId;

    UUID keyId;
    String fingerprint;
    Instant receivedAt;

    static ReportRow of(UUID keyId, String fingerprint, Instant now) {
        var row = new ReportRow();
        row.requestId = UuidCreator.getTimeOrderedEpoch();
        row.keyId = keyId;
        row.fingerprint = fingerprint;
        row.receivedAt = now;
        return row;
    }
}
