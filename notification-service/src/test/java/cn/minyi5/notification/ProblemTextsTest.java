package cn.minyi5.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.web.ProblemTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTextsTest {

    private static final Pattern CODE =
            Pattern.compile("\"((?:recipients?|message|document|delivery|page)\\.[a-z-]+)\"");

    @ParameterizedTest
    @MethodSource("codes")
    void everyRefusalIsExplainedInChineseAndInEnglish(String code) {
        var chinese = ProblemTexts.of(code, Locale.CHINESE, Map.of());
        var english = ProblemTexts.of(code, Locale.ENGLISH, Map.of());

        assertThat(chinese).isNotEqualTo(code).containsPattern("\\p{IsHan}");
        assertThat(english).isNotEqualTo(code).doesNotContainPattern("\\p{IsHan}");
    }

    static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        assertThat(codes).hasSizeGreaterThan(10);
        return codes;
    }
}
