package cn.minyi5.web;

import cn.minyi5.contracts.language.PlainText;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything else that a request meets, and refuses what nobody behind it could read: an address that is
 * none, a body in another encoding or beyond its bound. A language that cannot be read is no reason to refuse.
 */
@ApplicationScoped
class RequestGuard {

    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE - 1;

    /** In characters; what is beyond quarkus.http.limits.max-initial-line-length is refused without a word. */
    private static final int LONGEST_ADDRESS = 4000;

    private final ObjectMapper json;
    private final WebConfig config;

    RequestGuard(ObjectMapper json, WebConfig config) {
        this.json = json;
        this.config = config;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::look, BEFORE_ALL_OTHERS);
    }

    private void look(RoutingContext call) {
        var request = call.request();
        var language = language(request);
        try {
            refuseUnreadableAddress(request.uri());
        } catch (Refusal refusal) {
            answer(call, Problem.of(400, refusal.code(), refusal.field(), Map.of(), language));
            return;
        }
        var status = statusOfUnreadable(request);
        if (status != null) {
            answer(call, Problem.of(status, "http." + status, null, Map.of(), language));
        } else {
            if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                call.addEndHandler(answered -> hangUpIfStillSending(request));
            }
            Transactions.answerWithin(config.longestWait());
            call.next();
        }
    }

    /** Every reader behind finds what this one understood. */
    private static Locale language(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (accepted == null) {
            return ProblemTexts.language(List.of());
        }
        var language = ProblemTexts.language(accepted);
        request.headers().set(HttpHeaders.ACCEPT_LANGUAGE, language.getLanguage());
        return language;
    }

    private static void refuseUnreadableAddress(String uri) {
        try {
            // Quarkus would look as well and answer without a word: vertx.disableURIValidation leaves it to us.
            var address = new QueryStringDecoder(new URI(uri));
            PlainText.checked(address.path(), "");
            address.parameters().forEach((name, values) -> {
                PlainText.checked(name, "");
                values.forEach(value -> PlainText.checked(value, name));
            });
        } catch (URISyntaxException | IllegalArgumentException badPercentSign) {
            throw Refusal.invalid("http.400", "");
        }
    }

    private static @Nullable Integer statusOfUnreadable(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_ADDRESS) {
            return 414;
        }
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (hasBody(request)
                && (request.headers().contains(HttpHeaders.CONTENT_ENCODING) || type != null && !isReadable(type))) {
            return 415;
        }
        if (length(request) > BodyBound.of(type)) {
            return 413;
        }
        return areMediaTypes(request.getHeader(HttpHeaders.ACCEPT)) ? null : 406;
    }

    private static boolean hasBody(HttpServerRequest request) {
        return length(request) > 0 || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** What a sheet says of its encoding is not worth much: its bytes are looked at, and refused with advice. */
    private static boolean isReadable(String type) {
        try {
            var charset = MediaType.valueOf(type).getParameters().get(MediaType.CHARSET_PARAMETER);
            return charset == null || charset.equalsIgnoreCase("utf-8") || BodyBound.isSheet(type);
        } catch (IllegalArgumentException noMediaType) {
            return false;
        }
    }

    private static boolean areMediaTypes(@Nullable String accepted) {
        if (accepted == null) {
            return true;
        }
        try {
            for (var each : accepted.split(",")) {
                var weight = MediaType.valueOf(each.strip()).getParameters().get("q");
                if (weight != null && !weight.matches("[01](\\.\\d{0,3})?")) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException noMediaType) {
            return false;
        }
    }

    /** 0 where it is not said: what is read is counted by {@link BodyBound}. */
    private static long length(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private void answer(RoutingContext call, Problem problem) {
        try {
            var response = call.response();
            response.endHandler(answered -> hangUpIfStillSending(call.request()));
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(
                            HttpHeaders.CONTENT_LANGUAGE,
                            language(call.request()).getLanguage())
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }

    /** Whoever has an answer before everything is sent is not listened to any longer. */
    private static void hangUpIfStillSending(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }
}
