package cn.minyi5.bench.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@link Orders} loads and asks, from files beside this class' module. */
enum OrderStatement {
    LOAD,
    CLOCKS,
    FOLD,
    PAGE,
    TOTAL,
    SEARCH,
    SEARCH_TOTAL;

    private static final String STATES =
            "'{AWAITING_DISPATCH,AWAITING_SIGN,IN_PROGRESS,RETURN_REVIEW,ARBITRATION,REPLY_REVIEW,FOLLOW_UP,SUSPENDED,"
                    + "FORWARDED_OUT,CLOSED,MERGED,NOT_ACCEPTED,WITHDRAWN}'";

    String sql() {
        var name = "/orders/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
        try (var file = OrderStatement.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** With values in place of its parameters, as routing hands them over; from the last, for $1 begins $10. */
    String filled(String division, String list, @Nullable String text, OffsetDateTime moment, UUID id, int limit) {
        return sql().replace("$13", Integer.toString(limit))
                .replace("$12", quoted(id) + "::uuid")
                .replace("$11", quoted(moment) + "::timestamptz")
                .replace("$10", text == null ? "null" : quoted(text))
                .replace("$9", "'3000-01-01 00:00:01Z'::timestamptz")
                .replace("$8", "null")
                .replace("$7", "null")
                .replace("$6", "null")
                .replace("$5", STATES)
                .replace("$4", quoted(list))
                .replace("$3", "null")
                .replace("$2", "false")
                .replace("$1", quoted(division));
    }

    private static String quoted(Object value) {
        return "'" + value + "'";
    }
}
