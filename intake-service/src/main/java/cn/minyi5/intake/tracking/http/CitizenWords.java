package cn.minyi5.intake.tracking.http;

import cn.minyi5.web.ProblemTexts;
import jakarta.ws.rs.core.HttpHeaders;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said to citizens, in {@code citizen_zh.properties} and {@code citizen_en.properties}. */
record CitizenWords(Locale language) {

    static CitizenWords of(HttpHeaders headers) {
        return new CitizenWords(ProblemTexts.language(headers.getAcceptableLanguages()));
    }

    String say(String key, Object... values) {
        return MessageFormat.format(
                ResourceBundle.getBundle("citizen", language).getString(key), values);
    }

    String say(Enum<?> word) {
        return say(word.getDeclaringClass().getSimpleName() + "." + word.name());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("day"), Locale.ENGLISH).format(day);
    }
}
