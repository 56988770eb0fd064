package cn.minyi5.messaging;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values of the domain are written as parameters of a statement. */
public final class SqlValues {

    private SqlValues() {}

    /**
     * @param values null, what the client takes, {@link Instant}, {@link Duration} (as milliseconds), enums, codes, {@code
     *     byte[]}, and collections of these, which become arrays
     */
    public static Tuple of(@Nullable Object... values) {
        var tuple = Tuple.tuple();
        for (var value : values) {
            tuple.addValue(one(value));
        }
        return tuple;
    }

    /** An array of moments, of which any may be null. */
    static <T> OffsetDateTime[] moments(Collection<T> rows, java.util.function.Function<T, @Nullable Instant> moment) {
        return rows.stream().map(row -> (OffsetDateTime) one(moment.apply(row))).toArray(OffsetDateTime[]::new);
    }

    private static @Nullable Object one(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
        }
        if (value instanceof Duration length) {
            return length.toMillis();
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        if (value instanceof GridCode code) {
            return code.value();
        }
        if (value instanceof DivisionCode code) {
            return code.value();
        }
        if (value instanceof byte[] bytes) {
            return Buffer.buffer(bytes);
        }
        return value instanceof Collection<?> many ? array(many) : value;
    }

    private static Object array(Collection<?> many) {
        var values = many.stream().map(SqlValues::one).toArray();
        var type = java.util.Arrays.stream(values)
                .filter(Objects::nonNull)
                .<Class<?>>map(value -> value instanceof Buffer ? Buffer.class : value.getClass())
                .findFirst()
                .orElse(String.class);
        var typed = java.lang.reflect.Array.newInstance(type == UUID.class ? UUID.class : type, values.length);
        System.arraycopy(values, 0, typed, 0, values.length);
        return typed;
    }
}
