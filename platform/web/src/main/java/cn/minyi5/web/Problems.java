package cn.minyi5.web;

import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.Transactions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every refusal and failure into a problem; nothing else leaves a service as an error. */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /** Before the field that a caller knows: {@code list.} of a query parameter, {@code reply.input.} of a body. */
    private static final Pattern METHOD_AND_BODY = Pattern.compile("^[^.]+\\.(?:[^.]+\\.)?");

    private final Strangers strangers;

    Problems(Strangers strangers) {
        this.strangers = strangers;
    }

    @ServerExceptionMapper
    Response refusal(Refusal refusal, HttpHeaders headers) {
        return problem(status(refusal.kind()), refusal.code(), refusal.field(), refusal.details(), headers);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations, HttpHeaders headers) {
        var first = violations.getConstraintViolations().stream()
                .min(Comparator.comparing(each -> each.getPropertyPath().toString()))
                .orElseThrow();
        var path = first.getPropertyPath().toString();
        var field = METHOD_AND_BODY.matcher(path).replaceFirst("");
        return problem(400, "input.invalid", field, Map.of("reason", first.getMessage()), headers);
    }

    /** The second type by name as well: Quarkus has a mapper of its own for it, which answers without a body. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException failure, HttpHeaders headers) {
        var refusal = causeOf(Refusal.class, failure);
        if (refusal != null) {
            var field = fieldOf(failure);
            // What refuses any text does not know where it stands.
            return refusal("".equals(refusal.field()) && field != null ? refusal.at(field) : refusal, headers);
        }
        var tooLarge = causeOf(ClientErrorException.class, failure);
        if (tooLarge != null) {
            return status(tooLarge, headers);
        }
        return problem(400, "input.unreadable", fieldOf(failure), Map.of(), headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException failure, HttpHeaders headers, RoutingContext call) {
        // Who brought none was counted at the door.
        if (headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null && strangers.areTooMany(call)) {
            return problem(429, "http.429", null, Map.of(), headers);
        }
        return Response.fromResponse(problem(401, "actor.unknown", null, Map.of(), headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, HttpHeaders headers) {
        return problem(403, "actor.wrong-role", null, Map.of(), headers);
    }

    @ServerExceptionMapper
    Response other(WebApplicationException failure, UriInfo address, HttpHeaders headers) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, headers);
        }
        var refusal = causeOf(Refusal.class, failure);
        if (refusal != null) {
            return refusal(refusal, headers);
        }
        var parameter = failure instanceof NotFoundException ? unreadableParameter(failure.getCause(), address) : null;
        if (parameter != null) {
            return problem(400, "input.parameter-unreadable", parameter, Map.of(), headers);
        }
        return status(failure, headers);
    }

    private static Response status(WebApplicationException failure, HttpHeaders headers) {
        var status = failure.getResponse().getStatus();
        return problem(status, "http." + status, null, Map.of(), headers);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpHeaders headers) {
        if (Transactions.isDatabaseAway(failure)) {
            LOG.warnf("the database did not answer: %s", failure.toString());
            return problem(503, "service.database-away", null, Map.of(), headers);
        }
        LOG.error("a request failed unexpectedly", failure);
        return problem(500, "service.failed", null, Map.of(), headers);
    }

    private static Response problem(
            int status, String code, @Nullable String field, Map<String, Object> details, HttpHeaders headers) {
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return Response.status(status)
                .header(HttpHeaders.RETRY_AFTER, Problem.retryAfter(status, details))
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .entity(Problem.of(status, code, field, details, language))
                .build();
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case CONTRADICTION -> 422;
            case TOO_MANY -> 429;
            case AWAY -> 503;
        };
    }

    private static <T extends Throwable> @Nullable T causeOf(Class<T> type, Throwable failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /**
     * As JAX-RS has it, nothing is found for a parameter that cannot be read, which is true of a path alone. Whoever
     * could not read a parameter ends with it what he says.
     */
    private static @Nullable String unreadableParameter(@Nullable Throwable cause, UriInfo address) {
        var said = cause == null ? "" : String.valueOf(cause.getMessage());
        return address.getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().stream()
                        .anyMatch(value -> said.endsWith(" " + value)
                                || said.endsWith("." + value)
                                || said.endsWith("\"" + value + "\"")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String fieldOf(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream()
                    .map(p -> p.getFieldName() == null ? "[" + p.getIndex() + "]" : "." + p.getFieldName())
                    .collect(Collectors.joining())
                    .replaceFirst("^\\.", "");
        }
        return null;
    }
}
