package cn.minyi5.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void aReaderGetsChineseUnlessEnglishIsAskedForFirst() {
        assertThat(ProblemTexts.language(List.of())).isEqualTo(Locale.CHINESE);
        assertThat(ProblemTexts.language(List.of(Locale.FRANCE))).isEqualTo(Locale.CHINESE);
        assertThat(ProblemTexts.language(List.of(Locale.US, Locale.CHINA))).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.language(List.of(Locale.CHINA, Locale.US))).isEqualTo(Locale.CHINESE);
    }

    @Test
    void aTextShowsTheValueThatWasWrongAndWhatWouldBeRight() {
        var details = Map.<String, Object>of("value", "12$3");
        assertThat(ProblemTexts.of("grid.code-malformed", Locale.CHINESE, details))
                .contains("12$3")
                .contains("15 位");
        assertThat(ProblemTexts.of("grid.code-malformed", Locale.ENGLISH, details))
                .contains("12$3")
                .contains("15 digits");
    }

    @Test
    void everyTextStandsInBothLanguages() {
        var chinese = ResourceBundle.getBundle("platform-problems", Locale.CHINESE);
        var english = ResourceBundle.getBundle("platform-problems", Locale.ENGLISH);
        assertThat(new TreeSet<>(chinese.keySet())).isNotEmpty().isEqualTo(new TreeSet<>(english.keySet()));
    }
}
