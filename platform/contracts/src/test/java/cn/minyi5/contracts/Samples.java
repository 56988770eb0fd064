package cn.minyi5.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sample files: {@code <type>.json}, and {@code <type>.<variant>.json} where one sample cannot show every field. */
final class Samples {

    private static final Path FOLDER = Path.of("src/main/resources/samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    /** Every event there is, by its name on the wire. */
    static Map<String, Class<? extends Event>> types() {
        var types = new LinkedHashMap<String, Class<? extends Event>>();
        collect(Event.class, types);
        return types;
    }

    private static void collect(Class<?> family, Map<String, Class<? extends Event>> types) {
        for (var member : family.getPermittedSubclasses()) {
            if (member.isRecord()) {
                var event = member.asSubclass(Event.class);
                types.put(EventCatalogue.typeOf(event), event);
            } else {
                collect(member, types);
            }
        }
    }

    static Set<String> topics() {
        return types().values().stream().map(EventCatalogue::topicOf).collect(Collectors.toSet());
    }

    static List<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(String name) {
        try {
            return JSON.readTree(FOLDER.resolve(name + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Empty if no type is called so. */
    static List<Class<? extends Event>> eventsOf(String name) {
        return types().entrySet().stream()
                .filter(type -> name.equals(type.getKey()) || name.startsWith(type.getKey() + "."))
                .<Class<? extends Event>>map(Map.Entry::getValue)
                .toList();
    }
}
