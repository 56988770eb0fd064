package cn.minyi5.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of problems, Chinese unless English is asked for. Each code stands in {@code problems_zh.properties} and
 * {@code problems_en.properties} of the service, or in the {@code platform-problems} of this library.
 */
public final class ProblemTexts {

    private static final List<String> BUNDLES = List.of("problems", "platform-problems");
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    private ProblemTexts() {}

    /** The first of the accepted languages that is ours. */
    public static Locale language(List<Locale> accepted) {
        return accepted.stream()
                .filter(l -> l.getLanguage().equals("zh") || l.getLanguage().equals("en"))
                .findFirst()
                .map(l -> new Locale(l.getLanguage()))
                .orElse(Locale.CHINESE);
    }

    /** @param accepted as the header has it; Chinese where it cannot be read */
    static Locale language(String accepted) {
        try {
            return language(Locale.LanguageRange.parse(accepted).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList());
        } catch (IllegalArgumentException unreadable) {
            return language(List.of());
        }
    }

    /** The code itself where no text is known: a test keeps that from happening. */
    public static String of(String code, Locale language, Map<String, Object> details) {
        for (var bundle : BUNDLES) {
            try {
                var text = ResourceBundle.getBundle(bundle, language).getString(code);
                return PLACE.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf(details.getOrDefault(found.group(1), ""))));
            } catch (MissingResourceException e) {
                continue;
            }
        }
        return code;
    }
}
