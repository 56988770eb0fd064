package cn.minyi5.web;

import cn.minyi5.contracts.language.PlainText;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import io.micrometer.core.instrument.config.MeterFilter;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything else that a request meets, and refuses what nobody behind it could read: an address that is
 * none, a body in another encoding, beyond its bound or too slow. A language that cannot be read is no reason to refuse.
 */
@ApplicationScoped
class RequestGuard {

    static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE - 1;

    /** In characters; what is beyond quarkus.http.limits.max-initial-line-length is refused without a word. */
    private static final int LONGEST_ADDRESS = 4000;

    /** Of one value in an address, in characters; what has a narrower meaning is refused by that. */
    static final int LONGEST_VALUE = 200;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final EarlyAnswer answer;
    private final Strangers strangers;
    private final WebConfig config;
    private final Pages pages;

    RequestGuard(EarlyAnswer answer, Strangers strangers, WebConfig config, Pages pages) {
        this.answer = answer;
        this.strangers = strangers;
        this.config = config;
        this.pages = pages;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::look, BEFORE_ALL_OTHERS);
    }

    /** A method that somebody made up makes no new label, as a path does not (suppress4xx-errors). */
    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : "OTHER");
    }

    private void look(RoutingContext call) {
        var request = call.request();
        HeadDeadline.headCame(call, config.longestHead());
        EarlyAnswer.language(request);
        if (isCounted(request) && strangers.areTooMany(call)) {
            answer.give(call, 429, "http.429", null);
            return;
        }
        var status = statusOfUnreadable(request);
        if (status != null) {
            answer.give(call, status, "http." + status, null);
            return;
        }
        try {
            refuseUnreadableAddress(request.uri());
        } catch (Refusal refusal) {
            answer.refuse(call, refusal);
            return;
        }
        if (hasBody(request)) {
            cutOffIfSlow(call);
        }
        Transactions.answerWithin(config.longestWait());
        call.next();
    }

    /** A county's phones load their page from few addresses of a mobile network, and its files cost nothing. */
    private boolean isCounted(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.AUTHORIZATION) && !pages.has(request.path());
    }

    /** However little comes at a time: what counts is when all of it is there. */
    private void cutOffIfSlow(RoutingContext call) {
        var request = call.request();
        var timer = call.vertx().setTimer(config.longestBody().toMillis(), late -> {
            if (call.response().headWritten()) {
                EarlyAnswer.hangUpIfStillSending(request);
            } else if (!request.isEnded()) {
                answer.give(call, 408, "http.408", null);
            }
        });
        call.addEndHandler(answered -> {
            if (request.isEnded()) {
                call.vertx().cancelTimer(timer);
            } else if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                EarlyAnswer.hangUpIfStillSending(request);
            }
        });
    }

    private static void refuseUnreadableAddress(String uri) {
        try {
            // Quarkus would look as well and answer without a word: vertx.disableURIValidation leaves it to us.
            var address = new QueryStringDecoder(new URI(uri));
            PlainText.checked(address.path(), "");
            address.parameters().forEach((name, values) -> {
                PlainText.checked(name, "");
                values.forEach(value -> refuseIfTooLong(PlainText.checked(value, name), name));
            });
            for (var part : address.path().split("/")) {
                refuseIfTooLong(part, "");
            }
        } catch (URISyntaxException | IllegalArgumentException badPercentSign) {
            throw Refusal.invalid("http.400", "");
        }
    }

    /** Of a list each part is a value: all of it is no longer than an address. */
    private static void refuseIfTooLong(String value, String field) {
        if (Stream.of(value.split(",")).anyMatch(part -> part.codePointCount(0, part.length()) > LONGEST_VALUE)) {
            throw Refusal.invalid("text.too-long", field).with("longest", LONGEST_VALUE);
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

    /**
     * What a sheet says of its encoding is not worth much: its bytes are looked at, and refused with advice. A picture has
     * none.
     */
    private static boolean isReadable(String type) {
        try {
            var charset = MediaType.valueOf(type).getParameters().get(MediaType.CHARSET_PARAMETER);
            return charset == null
                    || charset.equalsIgnoreCase("utf-8")
                    || BodyBound.isSheet(type)
                    || BodyBound.isPicture(type);
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
}
