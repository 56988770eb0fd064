package cn.minyi5.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyTypeHasASampleAndEverySampleHasAType() {
        assertThat(Samples.names()).containsAll(Samples.types().keySet());
        assertThat(Samples.names())
                .allSatisfy(name -> assertThat(Samples.eventsOf(name)).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("cn.minyi5.contracts.Samples#names")
    void aSampleReadsAndWritesBackTheSame(String name) throws IOException {
        var sample = Samples.read(name);

        var written = JSON.readTree(EventCatalogue.write(read(name, sample)));

        assertThat(written).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("cn.minyi5.contracts.Samples#names")
    void fieldsThatThisReleaseDoesNotKnowAreTolerated(String name) throws IOException {
        var sample = Samples.read(name);
        var newer =
                ((ObjectNode) sample.deepCopy()).put("addedLater", "unknown").set("alsoLater", JSON.createObjectNode());

        assertThat(read(name, newer)).isEqualTo(read(name, sample));
    }

    @Test
    void theSamplesOfATypeTogetherShowEveryField() {
        Samples.types().forEach((type, event) -> {
            var shown = new TreeSet<String>();
            Samples.names().stream()
                    .filter(name -> Samples.eventsOf(name).contains(event))
                    .forEach(name -> Samples.read(name).fieldNames().forEachRemaining(shown::add));
            assertThat(shown).as(type).isEqualTo(new TreeSet<>(components(event)));
        });
    }

    @Test
    void theSubjectOfEverySampleIsOneOfItsIds() throws IOException {
        for (var name : Samples.names()) {
            var sample = Samples.read(name);
            var event = read(name, sample);
            assertThat(event instanceof CatalogueEvent ? Set.of("catalogue") : Set.copyOf(texts(sample)))
                    .as(name)
                    .contains(event.subject());
        }
    }

    private static Event read(String name, JsonNode sample) throws IOException {
        return EventCatalogue.read(
                JSON.writeValueAsBytes(sample), Samples.eventsOf(name).get(0));
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> texts(JsonNode sample) {
        return sample.properties().stream()
                .map(field -> field.getValue().asText())
                .toList();
    }
}
