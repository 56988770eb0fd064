package cn.minyi5.web;

import cn.minyi5.contracts.language.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page ends that is ordered by a moment and an id: the next one begins behind it, whatever comes or goes. */
public record Cursor(Instant moment, UUID id) {

    /** Before everything. */
    public static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final UUID LAST_ID = new UUID(-1L, -1L);

    /** Microseconds since 1970, as the database counts, and the id. */
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** @throws Refusal {@code page.after-malformed} unless it is what {@link #toString} gave, or null for the start */
    public static Cursor parse(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return START;
        }
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw Refusal.invalid("page.after-malformed", "after");
        }
        return new Cursor(
                Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), UUID.fromString(parts.group(2)));
    }

    /** The id, or at the start the last of all ids: for a list that begins with the latest. */
    public UUID idFromTheEnd() {
        return equals(START) ? LAST_ID : id;
    }

    /** The token that callers hand back. */
    @Override
    public String toString() {
        return microseconds() + "_" + id;
    }

    /** {@code ChronoUnit.MICROS.between} counts nanoseconds on its way, and there are too many of them after 2262. */
    private long microseconds() {
        return TimeUnit.SECONDS.toMicros(moment.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(moment.getNano());
    }
}
