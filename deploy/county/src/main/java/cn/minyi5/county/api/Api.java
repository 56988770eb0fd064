package cn.minyi5.county.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One service as one person sees it. Every call throws {@link ApiRefusal} for an answer of 400 or above and
 * {@link ApiUnreachable} when there is none; {@code path} is such as {@code /api/visits?limit=10}.
 */
public final class Api {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int FIRST_REFUSAL = 400;
    private static final String KEY = "Idempotency-Key";
    private static final String TYPE = "Content-Type";
    private static final String JSON_TYPE = "application/json";
    private static final String CSV_TYPE = "text/csv; charset=utf-8";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI service;
    private final Login login;

    public Api(HttpClient http, URI service, Login login) {
        this.http = http;
        this.service = service;
        this.login = login;
    }

    public JsonNode get(String path) {
        return json(request(path).GET());
    }

    /** Every item of a list, page by page; {@code path} may have a query already. */
    public List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var next = Optional.<String>empty();
        do {
            var page = get(next.map(after -> path + (path.contains("?") ? "&" : "?") + "after="
                            + URLEncoder.encode(after, StandardCharsets.UTF_8))
                    .orElse(path));
            (page.isArray() ? page : page.path("items")).forEach(items::add);
            next = Optional.ofNullable(page.path("next").textValue());
        } while (next.isPresent());
        return items;
    }

    /** The first item of a list that is meant. */
    public Optional<JsonNode> find(String path, Predicate<JsonNode> which) {
        return all(path).stream().filter(which).findFirst();
    }

    /** For documents. */
    public byte[] download(String path) {
        return expectGood(send(request(path).GET(), BodyHandlers.ofByteArray())).body();
    }

    /** With a new Idempotency-Key. */
    public JsonNode post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** @param body anything that Jackson can write */
    public JsonNode post(String path, Object body, String idempotencyKey) {
        return json(posting(path, JSON_TYPE, write(body)).header(KEY, idempotencyKey));
    }

    public JsonNode putCsv(String path, String csv) {
        return json(request(path).header(TYPE, CSV_TYPE).PUT(BodyPublishers.ofString(csv)));
    }

    /** With a new Idempotency-Key. */
    public JsonNode postCsv(String path, String csv) {
        return json(posting(path, CSV_TYPE, csv).header(KEY, UUID.randomUUID().toString()));
    }

    /** For any other call; the token is in it. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + login.token());
    }

    /** The answer as it came, also a refusal. */
    public HttpResponse<String> exchange(HttpRequest.Builder call) {
        return send(call, BodyHandlers.ofString());
    }

    private HttpRequest.Builder posting(String path, String type, String body) {
        return request(path).header(TYPE, type).POST(BodyPublishers.ofString(body));
    }

    private JsonNode json(HttpRequest.Builder call) {
        return parsed(expectGood(exchange(call)).body());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder call, HttpResponse.BodyHandler<T> body) {
        return send(http, call.build(), body);
    }

    static <T> HttpResponse<T> send(HttpClient http, HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new ApiUnreachable(request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + request.uri(), e);
        }
    }

    private static <T> HttpResponse<T> expectGood(HttpResponse<T> answer) {
        if (answer.statusCode() < FIRST_REFUSAL) {
            return answer;
        }
        var said = answer.body() instanceof String text ? text : "";
        throw new ApiRefusal(answer.request().method() + " " + answer.uri(), answer.statusCode(), said);
    }

    static JsonNode parsed(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + body, e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
