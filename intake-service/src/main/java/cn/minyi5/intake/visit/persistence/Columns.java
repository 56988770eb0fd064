package cn.minyi5.intake.visit.persistence;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a list of things into the columns that {@code unnest} takes: one round trip for any number of rows. */
record Columns<T>(List<T> things) {

    UUID[] ids(Function<T, UUID> part) {
        return things.stream().map(part).toArray(UUID[]::new);
    }

    @Nullable
    String[] texts(Function<T, @Nullable String> part) {
        return things.stream().map(part).toArray(String[]::new);
    }

    Integer[] numbers(Function<T, Integer> part) {
        return things.stream().map(part).toArray(Integer[]::new);
    }

    OffsetDateTime[] moments(Function<T, Instant> part) {
        return things.stream()
                .map(thing -> part.apply(thing).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    Buffer[] bytes(Function<T, byte[]> part) {
        return things.stream().map(thing -> Buffer.buffer(part.apply(thing))).toArray(Buffer[]::new);
    }
}
