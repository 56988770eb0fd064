package cn.minyi5.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static final String WATERMARK = "watermark.v1";
    private static final String WATERMARKS = "watermarks";
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        document = new YAMLMapper().readTree(RESOURCES.resolve("asyncapi.yaml").toFile());
    }

    @Test
    void namesEveryTopicAndThatOfTheWatermarksAndNothingElse() {
        assertThat(document.get("channels"))
                .map(channel -> channel.get("address").asText())
                .containsExactlyInAnyOrderElementsOf(and(Samples.topics(), WATERMARKS));
    }

    @Test
    void namesEveryTypeAndTheWatermarkAndNothingElse() {
        assertThat(names(document.at("/components/messages")))
                .containsExactlyInAnyOrderElementsOf(and(Samples.types().keySet(), WATERMARK));
    }

    @Test
    void everyChannelCarriesTheTypesOfItsTopicAndThatOfTheWatermarksThemAlone() {
        for (var channel : document.get("channels")) {
            var topic = channel.get("address").asText();
            var types = Samples.types().entrySet().stream()
                    .filter(type -> EventCatalogue.topicOf(type.getValue()).equals(topic))
                    .map(type -> type.getKey())
                    .toList();
            assertThat(names(channel.get("messages")))
                    .as(topic)
                    .containsExactlyInAnyOrderElementsOf(topic.equals(WATERMARKS) ? List.of(WATERMARK) : types);
        }
    }

    @Test
    void everyMessageShowsAllItsSamplesAndNoOthers() {
        for (var message : document.at("/components/messages").properties()) {
            var samples = Samples.names().stream()
                    .filter(name -> Samples.eventsOf(name).stream()
                            .anyMatch(event -> EventCatalogue.typeOf(event).equals(message.getKey())))
                    .map(name -> "./samples/" + name + ".json");
            assertThat(message.getValue().path("examples"))
                    .as(message.getKey())
                    .map(example -> example.at("/payload/$ref").asText())
                    .containsExactlyInAnyOrderElementsOf(samples.toList());
        }
    }

    @Test
    void everyPayloadHasTheFieldsOfItsRecord() {
        Samples.types().forEach((type, event) -> {
            var payload = document.at("/components/messages").get(type).at("/payload/$ref");
            assertSameFields(schema(payload.asText()), event);
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(Files.exists(RESOURCES.resolve(reference)))
                        .as(reference)
                        .isTrue();
            }
        });
    }

    private static void assertSameFields(JsonNode schema, Class<?> record) {
        var components = record.getRecordComponents();
        assertThat(names(schema.get("properties"))).as(record.getName()).containsExactlyElementsOf(namesOf(components));
        assertThat(schema.get("required"))
                .as(record.getName())
                .map(JsonNode::asText)
                .containsExactlyElementsOf(namesOf(Arrays.stream(components)
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .toArray(RecordComponent[]::new)));
        for (var component : components) {
            var field = schema.get("properties").get(component.getName());
            var inner = Stream.of(field.path("$ref"), field.at("/items/$ref"))
                    .filter(JsonNode::isTextual)
                    .findFirst();
            inner.map(reference -> schema(reference.asText()))
                    .filter(nested -> nested.has("properties"))
                    .ifPresent(nested -> assertSameFields(nested, recordIn(component)));
        }
    }

    /** The record that a component is, or is a list of. */
    private static Class<?> recordIn(RecordComponent component) {
        var name = component.getGenericType().getTypeName().replaceAll(".*<|>", "");
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static JsonNode schema(String reference) {
        return document.at(reference.substring(1));
    }

    private static List<String> namesOf(RecordComponent[] components) {
        return Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(field -> field.getKey()).toList();
    }

    private static Collection<String> and(Collection<String> types, String more) {
        var all = new TreeSet<>(types);
        all.add(more);
        return all;
    }
}
