package cn.minyi5.escalation.notice;

import cn.minyi5.escalation.notice.domain.SupervisionNotice;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A notice as it was issued; never changed. */
@Entity
@Table(name = "supervision_notice")
class SupervisionNoticeRow {

    @Id
    UUID id;

    UUID clockId;

    @Embedded
    SupervisionNotice notice;
}
