package cn.minyi5.routing.suggestion.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingWordsTest {

    @Test
    void neighboursThatWeighMuchAreOneWordAndTheWeightiestComesFirst() {
        var weights = Map.of("路灯", 3.0, "灯不", 1.0, "不亮", 2.0, "夜间", 4.0, "亮", 0.5);

        assertThat(TellingWords.of("主街路灯不亮，夜间难走", gram -> weights.getOrDefault(gram, 0.0)))
                .containsExactly("路灯不亮", "夜间");
    }

    @Test
    void aWordEndsWhereLittleOrNothingSpeaksForTheAnswer() {
        var weights = Map.of("路灯", 3.0, "的", 0.2, "口", 0.5, "坏", -1.0);

        assertThat(TellingWords.of("门口的路灯坏了，路灯", gram -> weights.getOrDefault(gram, 0.0)))
                .containsExactly("路灯");
    }

    @Test
    void aWordEndsAtACommaAndASingleCharacterIsNone() {
        var weights = Map.of("水管", 2.0, "破损", 1.0, "漏", 3.0);

        assertThat(TellingWords.of("水管，破损，漏，了漏了", gram -> weights.getOrDefault(gram, 0.0)))
                .containsExactly("水管");
    }

    @Test
    void whatNobodyHasLearntSpeaksForNothing() {
        assertThat(TellingWords.of("一句话", gram -> 0)).isEmpty();
        assertThat(TellingWords.of("", gram -> 1)).isEmpty();
    }

    @Test
    void aTextIsItsCharactersAndItsNeighboursEachOnce() {
        assertThat(CharacterGrams.of("路灯，路灯！3号")).containsExactly("路", "灯", "3", "号", "路灯", "3号");
        assertThat(CharacterGrams.letters(" 路灯，坏了。")).isEqualTo("路灯坏了");
    }

    @Test
    void aCharacterOfTheSecondPlaneIsOneCharacter() {
        assertThat(CharacterGrams.of("𠮷村")).containsExactly("𠮷", "村", "𠮷村");
        assertThat(TellingWords.of("去𠮷村", gram -> gram.equals("𠮷村") ? 1 : 0)).containsExactly("𠮷村");
    }
}
