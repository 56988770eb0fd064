package cn.minyi5.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {

    private static final Pattern REFUSAL =
            Pattern.compile("(?:Refusal\\s*\\.\\w+\\(|FreeText\\s*\\.checked\\([^\"]*)\\s*\"([a-z-]+\\.[a-z0-9-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyCodeThatCanBeRefusedWithHasAText(String language) throws IOException {
        assertThat(texts(language)).containsAll(codes());
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(texts("zh")).isEqualTo(texts("en"));
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        assertThat(texts("zh")).isEqualTo(codes());
    }

    /** What the sources refuse with, but for what every service refuses with: the platform has those texts. */
    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                var found = REFUSAL.matcher(Files.readString(source));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            }
        }
        codes.removeAll(
                ResourceBundle.getBundle("platform-problems", Locale.CHINESE).keySet());
        return codes;
    }

    private static Set<String> texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/problems_" + language + ".properties"))) {
            texts.load(in);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
