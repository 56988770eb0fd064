package cn.minyi5.intake.duplicate.domain;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.TrackedRequest;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * 重复诉求. Somebody asks for what somebody else has asked for before: both hear the answer to the original. It never points
 * to another duplicate.
 *
 * @param linkedBy the subject of the token
 */
@Embeddable
public record DuplicateLink(UUID originalId, String linkedBy, Instant linkedAt) {

    /**
     * @param original as it was named
     * @param originalId what it is a duplicate of itself, or its own id
     */
    public static DuplicateLink of(
            TrackedRequest duplicate, TrackedRequest original, UUID originalId, String linkedBy, Instant now) {
        refuseUnlessOpen(duplicate, "");
        refuseUnlessOpen(original, "requestId");
        if (originalId.equals(duplicate.id())) {
            throw Refusal.conflict("duplicate.of-itself").at("requestId");
        }
        return new DuplicateLink(originalId, linkedBy, now);
    }

    /** A complaint about officials is told to nobody with another's, and nobody else's answer with it (DOMAIN §7). */
    private static void refuseUnlessOpen(TrackedRequest request, String field) {
        if (request.confidential()) {
            throw Refusal.conflict("duplicate.confidential").at(field);
        }
        if (!request.isOpen()) {
            throw Refusal.conflict("duplicate.not-open").at(field).with("state", request.state());
        }
    }
}
