package cn.minyi5.web;

import cn.minyi5.contracts.language.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem that is answered before a resource was found, or while the body is still under way. */
@Singleton
class EarlyAnswer {

    private final ObjectMapper json;

    EarlyAnswer(ObjectMapper json) {
        this.json = json;
    }

    void give(RoutingContext call, int status, String code, @Nullable String field) {
        give(call, status, code, field, Map.of());
    }

    /** What was sent is not as it should be. */
    void refuse(RoutingContext call, Refusal refusal) {
        give(call, 400, refusal.code(), refusal.field(), refusal.details());
    }

    private void give(
            RoutingContext call, int status, String code, @Nullable String field, Map<String, Object> details) {
        var language = language(call.request());
        try {
            call.addEndHandler(answered -> hangUpIfStillSending(call.request()));
            var response = call.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
            var retryAfter = Problem.retryAfter(status, details);
            if (retryAfter != null) {
                response.putHeader("Retry-After", retryAfter.toString());
            }
            response.end(json.writeValueAsString(Problem.of(status, code, field, details, language)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }

    /** Every reader behind finds what this one understood. */
    static Locale language(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (accepted == null) {
            return ProblemTexts.language(List.of());
        }
        var language = ProblemTexts.language(accepted);
        request.headers().set(HttpHeaders.ACCEPT_LANGUAGE, language.getLanguage());
        return language;
    }

    /** Whoever has an answer before everything is sent is not listened to any longer. */
    static void hangUpIfStillSending(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }
}
