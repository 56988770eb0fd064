package cn.minyi5.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** That a service explains whatever it refuses, in Chinese and in English, and explains nothing else. */
public final class RefusalTexts {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final String REFUSAL = "Refusal\\s*\\.\\w+\\(\\s*";
    private static final String QUOTED_CODE = "\"([a-z0-9-]+\\.[a-z0-9-]+)\"";

    private RefusalTexts() {}

    /**
     * For a test that runs in the directory of its service.
     *
     * @param before regular expressions of what else stands before the quoted code of a refusal in the sources
     */
    public static void check(String... before) {
        var codes = new TreeSet<String>();
        for (var way : Stream.concat(Stream.of(REFUSAL), Stream.of(before)).toList()) {
            var found = codesAfter(way);
            assertThat(found).as("codes after " + way).isNotEmpty();
            codes.addAll(found);
        }
        codes.removeAll(
                ResourceBundle.getBundle("platform-problems", Locale.CHINESE).keySet());
        var chinese = texts("zh");
        var english = texts("en");
        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(chinese.values())
                .allSatisfy(text -> assertThat(text.toString()).containsPattern("\\p{IsHan}"));
        assertThat(english.values())
                .allSatisfy(text -> assertThat(text.toString()).doesNotContainPattern("\\p{IsHan}"));
    }

    private static List<String> codesAfter(String way) {
        var pattern = Pattern.compile(way + QUOTED_CODE);
        try (var sources = Files.walk(SOURCES)) {
            var codes = new ArrayList<String>();
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                var found = pattern.matcher(Files.readString(source)).results();
                found.forEach(code -> codes.add(code.group(1)));
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve("problems_" + language + ".properties"))) {
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
