package cn.minyi5.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As RFC 9457 has it. {@code code} is stable; {@code detail} says in the reader's language what would be right. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String code,
        @Nullable String detail,
        @Nullable String field,
        Map<String, Object> details) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, @Nullable String field, Map<String, Object> details, Locale language) {
        return new Problem(
                "urn:minyi5:problem:" + code,
                ProblemTexts.of("status." + status, language, details),
                status,
                code,
                ProblemTexts.of(code, language, details),
                field,
                details);
    }
}
