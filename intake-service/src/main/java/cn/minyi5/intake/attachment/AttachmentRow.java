package cn.minyi5.intake.attachment;

import cn.minyi5.intake.attachment.domain.Attachment;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An attachment as it is stored; an upload writes it, and a submission hangs it. */
@Entity
@Table(name = "attachment")
class AttachmentRow {

    @Id
    UUID id;

    @Embedded
    Attachment attachment;
}
