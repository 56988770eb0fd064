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
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every event there is, by its name on the wire, and the one way it is written and read. */
public final class EventCatalogue {

    private static final List<Class<? extends Event>> AGGREGATES = List.of(
            VisitEvent.class,
            RequestEvent.class,
            WorkOrderEvent.class,
            CatalogueEvent.class,
            ClockEvent.class,
            NoticeEvent.class,
            BulletinEvent.class,
            DeliveryEvent.class);

    private static final Map<String, Class<? extends Event>> BY_TYPE = byType();

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

    /** All event types in a stable order. */
    public static Map<String, Class<? extends Event>> types() {
        return BY_TYPE;
    }

    /** All topics in a stable order. */
    public static List<String> topics() {
        return AGGREGATES.stream()
                .map(a -> a.getAnnotation(Event.Topic.class).value())
                .toList();
    }

    /** Empty for a type that this release does not know: such events are skipped, never an error. */
    public static Optional<Class<? extends Event>> classOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static String typeOf(Class<? extends Event> event) {
        return event.getAnnotation(Event.Type.class).value();
    }

    /** The topic of an event record or of a whole aggregate's sealed interface. */
    public static String topicOf(Class<? extends Event> event) {
        return Stream.concat(Stream.of(event), Arrays.stream(event.getInterfaces()))
                .filter(c -> c.isAnnotationPresent(Event.Topic.class))
                .map(c -> c.getAnnotation(Event.Topic.class).value())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event + " names no topic"));
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

    private static Map<String, Class<? extends Event>> byType() {
        var types = new LinkedHashMap<String, Class<? extends Event>>();
        for (var aggregate : AGGREGATES) {
            for (var record : aggregate.getPermittedSubclasses()) {
                var event = record.asSubclass(Event.class);
                types.put(typeOf(event), event);
            }
        }
        return Collections.unmodifiableMap(types);
    }
}
