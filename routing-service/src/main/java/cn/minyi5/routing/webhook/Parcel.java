package cn.minyi5.routing.webhook;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is about to be tried.
 *
 * @param tries this one included
 * @param takenAt the moment that is signed with it
 * @param key of the secrets; null if it is gone
 * @param formerSecret null where it signs no more
 */
record Parcel(
        UUID id,
        UUID subscriptionId,
        String url,
        String type,
        OffsetDateTime happenedAt,
        JsonObject data,
        int tries,
        Instant takenAt,
        @Nullable Buffer key,
        Buffer secret,
        @Nullable Buffer formerSecret) {

    /** The same each time that it is tried. */
    String body() {
        return new JsonObject()
                .put("type", type)
                .put("timestamp", happenedAt.toInstant().toString())
                .put("data", data)
                .encode();
    }
}
