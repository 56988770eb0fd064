package cn.minyi5.messaging;

import cn.minyi5.contracts.language.CountyTime;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as records by the names of their columns; a record within a record reads columns of the same row. Moments
 * come as {@link Instant} or as the county's clocks show them, lengths of time from milliseconds.
 */
final class RecordReader<T extends Record> {

    private static final Map<Class<?>, RecordReader<?>> READERS = new ConcurrentHashMap<>();

    private final Constructor<T> constructor;
    private final List<Component> components;

    private record Component(String column, Class<?> type, Class<?> element) {}

    private RecordReader(Class<T> type) {
        var parts = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not a record", e);
        }
        constructor.setAccessible(true);
        components = Arrays.stream(parts)
                .map(part -> new Component(column(part.getName()), part.getType(), element(part)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static <T extends Record> RecordReader<T> of(Class<T> type) {
        return (RecordReader<T>) READERS.computeIfAbsent(type, t -> new RecordReader<>(type));
    }

    /** @throws java.util.NoSuchElementException if a column is not there */
    T read(Row row) {
        return build(components.stream().map(part -> value(row, part)).toArray());
    }

    private static @Nullable Object value(Row row, Component part) {
        if (part.type.isRecord() && part.type.getRecordComponents().length > 1) {
            return part(row, part.type.asSubclass(Record.class));
        }
        var value = row.getValue(part.column);
        if (value instanceof Object[] array) {
            return Stream.of(array).map(one -> converted(one, part.element)).toList();
        }
        return converted(value, part.type);
    }

    /** Null if all its columns are. */
    private static <R extends Record> @Nullable R part(Row row, Class<R> type) {
        var reader = of(type);
        var values = reader.components.stream().map(part -> value(row, part)).toArray();
        return Stream.of(values).allMatch(value -> value == null) ? null : reader.build(values);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static @Nullable Object converted(@Nullable Object value, Class<?> type) {
        if (value == null) {
            return null;
        }
        if (type == Instant.class) {
            return ((OffsetDateTime) value).toInstant();
        }
        if (type == OffsetDateTime.class) {
            return CountyTime.at(((OffsetDateTime) value).toInstant());
        }
        if (type.isEnum()) {
            return Enum.valueOf((Class) type, (String) value);
        }
        if (type.isRecord()) {
            return of(type.asSubclass(Record.class)).build(new Object[] {value});
        }
        if (type == byte[].class) {
            return ((Buffer) value).getBytes();
        }
        if (value instanceof Number number) {
            return number(number, type);
        }
        return value;
    }

    private static Object number(Number value, Class<?> type) {
        if (type == long.class || type == Long.class) {
            return value.longValue();
        }
        if (type == int.class || type == Integer.class) {
            return Math.toIntExact(value.longValue());
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(value.toString());
        }
        if (type == Duration.class) {
            return Duration.ofMillis(value.longValue());
        }
        return type == double.class || type == Double.class ? value.doubleValue() : value;
    }

    private T build(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalArgumentException(constructor + " does not take " + Arrays.toString(values), e);
        }
    }

    private static Class<?> element(RecordComponent part) {
        return part.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }

    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
