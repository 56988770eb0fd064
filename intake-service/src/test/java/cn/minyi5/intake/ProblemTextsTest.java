package cn.minyi5.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern REFUSAL =
            Pattern.compile("(?:Refusal\\s*\\.\\w+\\(\\s*|String EQUAL_RULES = )" + CODE.pattern());

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

    /** What the sources refuse with; the shared language's codes have their texts in the platform. */
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
