package cn.minyi5.intake.request;

import cn.minyi5.intake.request.domain.Erasure;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The receipt of an erasure, once for each request; beside the keys, whose backup must know it too. */
@Entity
@Table(schema = "keys", name = "erasure")
class ErasureRow {

    @Id
    UUID id;

    @Embedded
    Erasure receipt;

    String fingerprint;

    static ErasureRow of(UUID requestId, Erasure receipt, String fingerprint) {
        var row = new ErasureRow();
        row.id = requestId;
        row.receipt = receipt;
        row.fingerprint = fingerprint;
        return row;
    }
}
