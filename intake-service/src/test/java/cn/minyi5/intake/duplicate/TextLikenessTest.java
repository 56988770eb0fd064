package cn.minyi5.intake.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.duplicate.SimilarRequests.Config;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of made-up requests of one category each; somebody has said which are the same matter (ADR 0026). */
class TextLikenessTest {

    private record Pair(boolean same, String one, String other) {

        static Pair of(String line) {
            var cells = line.split(",");
            return new Pair(cells[0].equals("yes"), cells[1], cells[2]);
        }

        boolean suggested(double likeness) {
            return TextLikeness.to(one).of(other) >= likeness;
        }
    }

    /** The other lists, the last of whole paragraphs, were written after the threshold was chosen on the first. */
    @ParameterizedTest
    @CsvSource({"tuned-on.csv, 0.94, 0.97", "held-out.csv, 0.91, 0.91", "longer.csv, 1, 1"})
    void mostOfWhatIsTheSameIsSuggestedAndLittleElse(String list, double precision, double recall) throws Exception {
        var likeness = defaultLikeness();
        var pairs = pairs(list);
        var suggested = pairs.stream().filter(pair -> pair.suggested(likeness)).toList();
        var right = (double) suggested.stream().filter(Pair::same).count();

        assertThat(right / suggested.size()).as("precision").isGreaterThanOrEqualTo(precision);
        assertThat(right / pairs.stream().filter(Pair::same).count())
                .as("recall")
                .isGreaterThanOrEqualTo(recall);
    }

    @Test
    void itIsTheSameWhicheverIsTheOneAndWhateverStandsBetweenTheWords() {
        assertThat(TextLikeness.to("水管 破裂，停水！").of("水管破裂停水")).isEqualTo(1);
        assertThat(TextLikeness.to("村口水管破裂").of("水管坏了"))
                .isEqualTo(TextLikeness.to("水管坏了").of("村口水管破裂"));
        assertThat(TextLikeness.to("WIFI信号差").of("wifi信号差")).isEqualTo(1);
    }

    @Test
    void numbersThatLeadToAPersonAreNoLikeness() {
        assertThat(TextLikeness.to("请打13800005678").of("要证13800005678")).isZero();
    }

    @Test
    void whatHasNoLettersIsLikeNothing() {
        assertThat(TextLikeness.to("！！").of("水管破裂")).isZero();
    }

    private static double defaultLikeness() throws NoSuchMethodException {
        return Double.parseDouble(Config.class
                .getMethod("likeness")
                .getAnnotation(WithDefault.class)
                .value());
    }

    private static List<Pair> pairs(String list) throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "duplicates", list)).stream()
                .skip(1)
                .map(Pair::of)
                .toList();
    }
}
