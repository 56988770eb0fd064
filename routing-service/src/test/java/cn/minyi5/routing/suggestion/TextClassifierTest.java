package cn.minyi5.routing.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.routing.suggestion.domain.AnsweredOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class TextClassifierTest {

    private static final TextClassifier LEARNT = TextClassifier.learn(answered().toList(), AnsweredOrder::categoryCode);

    @Test
    void whatATextSpeaksForComesFirstWithTheWordsThatSpokeForIt() {
        var suggested = LEARNT.explain("胡同口的路灯又不亮了");

        assertThat(suggested).hasSize(3);
        assertThat(suggested.get(0).code()).isEqualTo("SZ02");
        assertThat(suggested.get(0).confidence()).isBetween(0.5, 1.0);
        assertThat(suggested.get(0).words()).anyMatch(word -> word.contains("路灯"));
        assertThat(suggested)
                .extracting(one -> one.confidence())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void ofWhatItHasNeverReadItIsNotSure() {
        assertThat(LEARNT.explain("quite another language").get(0).confidence()).isLessThan(0.5);
        assertThat(LEARNT.explain("").get(0).words()).isEmpty();
    }

    @Test
    void storedAndReadAgainItSaysTheSame() {
        var text = "水管裂了，家里没水";

        assertThat(TextClassifier.read(LEARNT.bytes()).explain(text)).isEqualTo(LEARNT.explain(text));
    }

    @Test
    void whatFewOrdersSayIsInNoModel() throws IOException {
        var named = Stream.of(new AnsweredOrder("路灯不亮，诸葛说的", "SZ02", new GridCode("370828101001001"), "JX02"));
        var learnt = TextClassifier.learn(Stream.concat(answered(), named).toList(), AnsweredOrder::categoryCode);

        var content = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(learnt.bytes()))) {
            while (zip.getNextEntry() != null) {
                content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(content).contains("路灯").doesNotContain("诸").doesNotContain("葛说");
    }

    private static Stream<AnsweredOrder> answered() {
        return Stream.of(
                        List.of("SZ02", "主街路灯不亮，第%d盏，夜间难走"),
                        List.of("GS02", "水管破损，第%d户没水吃"),
                        List.of("NS03", "大蒜叶片发黄，第%d块地，怎么防治"),
                        List.of("HJ09", "邻居第%d只狗不拴绳，孩子害怕"))
                .flatMap(kind -> IntStream.range(0, 12)
                        .mapToObj(n -> new AnsweredOrder(
                                kind.get(1).formatted(n),
                                kind.get(0),
                                new GridCode("370828101001001"),
                                "JX" + kind.get(0))));
    }
}
