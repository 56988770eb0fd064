package cn.minyi5.intake.attachment.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 附件. A picture that was uploaded, as it is kept; its components are the columns of the table, by their names.
 *
 * @param uploadedBy the id of the secretary
 * @param file names it in the store
 * @param fingerprint keyed, over the bytes as they were sent
 * @param bytes of the picture as it is kept; likewise {@code width}, {@code height} in pixels and {@code sha256}
 * @param requestId on which it hangs; null until it is submitted
 * @param visitId of which it is the check-in photo
 * @param position among those of its request, from 1
 */
@Embeddable
public record Attachment(
        String uploadedBy,
        String teamCode,
        UUID file,
        String fingerprint,
        int bytes,
        int width,
        int height,
        String sha256,
        Instant uploadedAt,
        @Nullable UUID requestId,
        @Nullable UUID visitId,
        @Nullable Integer position) {

    /** Whatever came, a JPEG is kept. */
    public static final String CONTENT_TYPE = "image/jpeg";

    /** Whether the same person uploads the same bytes again. */
    public boolean isSameAs(String actorId, String otherFingerprint) {
        return uploadedBy.equals(actorId) && fingerprint.equals(otherFingerprint);
    }

    public boolean hangsOnNothing() {
        return requestId == null && visitId == null;
    }
}
