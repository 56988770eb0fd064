package cn.minyi5.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A no as RFC 9457 has it. {@code code} is stable; {@code detail} says in the reader's language what would be right. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        @Nullable String detail,
        @Nullable String field,
        Map<String, Object> details) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
