package cn.minyi5.web;

import cn.minyi5.contracts.language.Refusal;
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

    /** In seconds: as the refusal says, a moment later, or when the minute is over that is counted in. */
    static @Nullable Object retryAfter(int status, Map<String, Object> details) {
        var usual = status == 503 ? "5" : status == 429 ? "60" : null;
        return details.containsKey(Refusal.RETRY_AFTER) ? details.get(Refusal.RETRY_AFTER) : usual;
    }

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
