package cn.minyi5.intake.request.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * 删除个人信息. What an administrator has erased of a request, and why: its data key, so that what the key opened is
 * unreadable.
 *
 * @param receiptId the number of the receipt
 * @param erasedBy the subject of the token; {@code username} what they log in with
 * @param reason 1 to 200 characters, without phone and identity numbers
 * @param erased of {@code name}, {@code phone}, {@code address}, {@code text} and {@code note} (as written), what was
 *     there
 * @param finalAt when the last backup of keys that may hold the key is gone
 */
@Embeddable
public record Erasure(
        UUID receiptId,
        String erasedBy,
        String username,
        String reason,
        Instant erasedAt,
        List<String> erased,
        Instant finalAt) {}
