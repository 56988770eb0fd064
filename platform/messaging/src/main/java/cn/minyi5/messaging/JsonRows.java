package cn.minyi5.messaging;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * Records as rows of JSON, for statements that write a whole list ({@code jsonb_populate_recordset}, {@code
 * jsonb_to_recordset}): a component {@code gridCode} is the column {@code grid_code}.
 */
public final class JsonRows {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final TypeReference<Map<String, Object>> COLUMNS = new TypeReference<>() {};

    private JsonRows() {}

    public static JsonObject of(Object record) {
        return new JsonObject(JSON.convertValue(record, COLUMNS));
    }

    /** Events, each with its {@code event_id}, the moment at which it {@code happened_at} and its {@code sequence}. */
    public static JsonArray ofEvents(List<? extends Received<?>> received) {
        return new JsonArray(received.stream()
                .map(told -> of(told.event())
                        .put("event_id", told.id().toString())
                        .put("happened_at", told.happenedAt())
                        .put("sequence", told.sequence()))
                .toList());
    }
}
