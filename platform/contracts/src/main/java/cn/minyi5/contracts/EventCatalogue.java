package cn.minyi5.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What every event is called on the wire, and the one way it is written and read. */
public final class EventCatalogue {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventCatalogue() {}

    public static String typeOf(Class<? extends Event> event) {
        return event.getAnnotation(Event.Type.class).value();
    }

    /** That of the sealed interface whose record it is. */
    public static String topicOf(Class<? extends Event> event) {
        return event.getInterfaces()[0].getAnnotation(Event.Topic.class).value();
    }

    public static byte[] write(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + event.getClass(), e);
        }
    }

    /** @throws IOException if the bytes are not that event */
    public static <E extends Event> E read(byte[] bytes, Class<E> type) throws IOException {
        var event = JSON.readValue(bytes, type);
        if (event == null) {
            throw new IOException("an empty payload is not a " + type.getSimpleName());
        }
        return event;
    }

    /** What an event of the type looks like; all of it is made up. */
    public static byte[] sample(String type) {
        try (var sample = EventCatalogue.class.getResourceAsStream("/samples/" + type + ".json")) {
            return Objects.requireNonNull(sample, type).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
