package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of work orders ends: the next one begins behind it, whatever has come or gone meanwhile. */
public record Position(Instant since, UUID id) {

    /** Before all work orders. */
    public static final Position START = new Position(Instant.EPOCH, new UUID(0, 0));

    /** Microseconds since 1970, as the database counts, and the order's id. */
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    public static Position of(WorkOrder order) {
        return new Position(order.since(), order.id());
    }

    /** @throws Refusal {@code page.after-malformed} unless it is what {@link #token} gave, or null for the start */
    public static Position parse(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return START;
        }
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw Refusal.invalid("page.after-malformed", "after");
        }
        return new Position(
                Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), UUID.fromString(parts.group(2)));
    }

    public String token() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, since) + "_" + id;
    }
}
