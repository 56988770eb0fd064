package cn.minyi5.intake.request;

import cn.minyi5.intake.request.domain.Erasure;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * The receipt of an erasure, once for each request and for each picture of it; beside the keys, whose backup must know it
 * too.
 */
@Entity
@Table(schema = "keys", name = "erasure")
class ErasureRow {

    @Id
    UUID id;

    @Embedded
    Erasure receipt;

    String fingerprint;

    /** @param key of what was erased: a request's is that of the request, a picture's that of its file */
    static ErasureRow of(UUID key, Erasure receipt, String fingerprint) {
        var row = new ErasureRow();
        row.id = key;
        row.receipt = receipt;
        row.fingerprint = fingerprint;
        return row;
    }
}
