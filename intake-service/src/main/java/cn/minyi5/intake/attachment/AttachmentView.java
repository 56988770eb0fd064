package cn.minyi5.intake.attachment;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.intake.attachment.domain.Attachment;
import java.time.OffsetDateTime;
import java.util.UUID;

/** What is said of a picture; itself it is at {@code /api/attachments/{id}}. */
public record AttachmentView(
        UUID id, String contentType, int bytes, int width, int height, String sha256, OffsetDateTime uploadedAt) {

    static AttachmentView of(AttachmentRow row) {
        var kept = row.attachment;
        return new AttachmentView(
                row.id,
                Attachment.CONTENT_TYPE,
                kept.bytes(),
                kept.width(),
                kept.height(),
                kept.sha256(),
                CountyTime.at(kept.uploadedAt()));
    }
}
