package cn.minyi5.intake.duplicate;

import cn.minyi5.intake.duplicate.domain.DuplicateLink;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** That a request is the duplicate of another one. */
@Entity
@Table(name = "duplicate_request")
class DuplicateRow {

    @Id
    UUID requestId;

    @Embedded
    DuplicateLink link;

    static DuplicateRow of(UUID requestId, DuplicateLink link) {
        var row = new DuplicateRow();
        row.requestId = requestId;
        row.link = link;
        return row;
    }
}
