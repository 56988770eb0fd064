package cn.minyi5.escalation.figures;

import cn.minyi5.contracts.BulletinEvent.Row;
import cn.minyi5.contracts.language.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of evidence ends, its key being figure and subject: these are texts, unlike the ids of other lists. */
public record EvidencePosition(Instant at, String key) {

    private static final EvidencePosition START = new EvidencePosition(Instant.EPOCH, "");

    static EvidencePosition of(Row row) {
        return new EvidencePosition(row.at().toInstant(), row.figure() + " " + row.subject());
    }

    /**
     * @param after what the page before gave as {@code next}; null begins at the beginning
     * @throws Refusal {@code page.after-malformed}
     */
    public static EvidencePosition parse(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return START;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split(" ", 2);
            return new EvidencePosition(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("page.after-malformed", "after");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
