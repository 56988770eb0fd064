package cn.minyi5.escalation.paging;

import cn.minyi5.contracts.language.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last entry of a page, after which the next one begins: lists are ordered by a moment, then by a key. */
public record Keyset(Instant at, String key) {

    /**
     * @param after what the page before gave as {@code next}; null begins at the beginning
     * @throws Refusal {@code page.after-malformed}
     */
    public static @Nullable Keyset parse(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split(" ", 2);
            return new Keyset(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("page.after-malformed", "after");
        }
    }

    /**
     * The key where the list's keys are ids.
     *
     * @throws Refusal {@code page.after-malformed}
     */
    public UUID id() {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
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
