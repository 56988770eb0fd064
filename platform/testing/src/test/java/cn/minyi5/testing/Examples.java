package cn.minyi5.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Calls every operation of the published OpenAPI document with its example, {@code
 * openapi-examples/<operationId>.json}, and compares what comes back: the status, and every field of the example's
 * answer. An operation without an example fails, and so does a field that does not say how long it may be, or does not
 * mean it. A body that is no text stands as base64 in {@value #BINARY}.
 */
public final class Examples {

    static final String BINARY = "bodyBase64";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    /** @param givens what must be so before an example is called, by the name in its {@code given} */
    public static void check(Map<String, Runnable> givens) {
        var failures = new ArrayList<String>();
        var operations = operations();
        for (var operation : operations) {
            try {
                check(operation, givens, failures);
            } catch (AssertionError | RuntimeException e) {
                failures.add(operation.id + ": " + e.getMessage());
            }
        }
        assertThat(failures).as("examples that do not hold").isEmpty();
    }

    /** @param components what {@code $ref} leads to */
    record Operation(String method, String path, String id, JsonNode document, JsonNode components) {}

    /** Of the service under test, as its document publishes them. */
    static List<Operation> operations() {
        var management = ConfigProvider.getConfig().getValue("test.management.url", String.class);
        var document = read(RestAssured.get(management + "/openapi?format=json").asString());
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (List.of("get", "put", "post", "delete", "patch").contains(method.getKey())) {
                        operations.add(new Operation(
                                method.getKey(),
                                path.getKey(),
                                method.getValue().path("operationId").asText("?"),
                                method.getValue(),
                                document.path("components")));
                    }
                }));
        assertThat(operations).as("operations in the OpenAPI document").isNotEmpty();
        return operations;
    }

    private static void check(Operation operation, Map<String, Runnable> givens, List<String> failures) {
        var example = example(operation.id);
        if (example.has("given")) {
            var given = Objects.requireNonNull(
                    givens.get(example.get("given").asText()),
                    () -> "nobody knows how to make it so that: " + example.get("given"));
            given.run();
        }
        var bounds = Bounds.of(operation, example);
        failures.addAll(bounds.whatIsBeyondIsRefused());
        var response = call(operation, example, example.has("as") ? bearer(example.get("as")) : null);
        assertThat(response.statusCode())
                .as("status, with the body %s", response.asString())
                .isEqualTo(example.path("status").asInt(200));
        // A question that needs a body is asked by POST.
        var asksOnly =
                operation.method.equals("get") || example.path("asksOnly").asBoolean();
        if (!asksOnly && response.statusCode() < 300 && tookSomething(response)) {
            assertThat(logged(operation.id, province(example), null))
                    .as("the log of changes tells who did %s", operation.id)
                    .isTrue();
        }
        if (example.has("answer") && example.get("answer").isContainerNode()) {
            covers(read(response.asString()), example.get("answer"), "answer");
            assertThat(operation.document.toString())
                    .as("the published document carries the example")
                    .contains("\"example\"");
        }
        failures.addAll(bounds.whatIsWithinIsNotTooLong());
    }

    /** A sheet of which every row comes back changes nothing. */
    private static boolean tookSomething(Response response) {
        var body = response.asString();
        return !body.startsWith("{")
                || !read(body).path("refused").isArray()
                || read(body).path("accepted").asInt() > 0;
    }

    /** With the widest view of whom the example names. */
    private static String province(JsonNode example) {
        return example.at("/as/division").asText("37").substring(0, 2);
    }

    /** Whatever changes something says so in the log, page by page. */
    private static boolean logged(String operationId, String province, String after) {
        var page = RestAssured.given()
                .header(
                        "Authorization",
                        Tokens.of("supervisor")
                                .role("supervisor")
                                .claim("division", province)
                                .bearer())
                .queryParam("limit", 200)
                .queryParams(after == null ? Map.of() : Map.of("after", after))
                .get("/api/change-log");
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        var lines = read(page.asString());
        for (var line : lines.get("items")) {
            if (line.path("operation").asText().equals(operationId)) {
                return line.hasNonNull("username") && line.hasNonNull("address");
            }
        }
        return lines.hasNonNull("next")
                && logged(operationId, province, lines.get("next").asText());
    }

    static Response call(Operation operation, JsonNode example, @Nullable String bearer) {
        var request = RestAssured.given();
        if (bearer != null) {
            request.header("Authorization", bearer);
        }
        example.path("headers")
                .properties()
                .forEach(h -> request.header(h.getKey(), h.getValue().asText()));
        example.path("query").properties().forEach(q -> request.queryParam(q.getKey(), values(q.getValue())));
        example.path("path")
                .properties()
                .forEach(p -> request.pathParam(p.getKey(), p.getValue().asText()));
        body(request, example);
        return request.request(operation.method, operation.path);
    }

    private static List<String> values(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(value.asText());
    }

    private static void body(RequestSpecification request, JsonNode example) {
        var body = example.get("body");
        if (example.has(BINARY)) {
            request.contentType(example.get("contentType").asText()).body(binary(example));
        } else if (body != null) {
            request.contentType(example.path("contentType").asText("application/json") + "; charset=utf-8");
            request.body(body.isTextual() ? body.asText() : body.toString());
        }
    }

    /** A body that is no text, as base64. */
    static byte[] binary(JsonNode example) {
        return Base64.getDecoder().decode(example.get(BINARY).asText());
    }

    static String bearer(JsonNode as) {
        return token(as).bearer();
    }

    static Tokens token(JsonNode as) {
        var token = Tokens.of(as.path("username").asText("someone"));
        as.path("roles").forEach(role -> token.role(role.asText()));
        for (var claim : List.of("division", "department", "team")) {
            if (as.has(claim)) {
                token.claim(claim, as.get(claim).asText());
            }
        }
        return token;
    }

    private static void covers(JsonNode real, JsonNode example, String at) {
        if (example.isObject()) {
            example.properties().forEach(field -> {
                var name = field.getKey();
                assertThat(real.has(name))
                        .as("%s.%s is there in %s", at, name, real)
                        .isTrue();
                covers(real.get(name), field.getValue(), at + "." + name);
            });
        } else if (example.isArray() && !example.isEmpty()) {
            assertThat(real.isEmpty()).as("%s has elements", at).isFalse();
            covers(real.get(0), example.get(0), at + "[0]");
        } else {
            assertThat(real.getNodeType()).as("type of %s", at).isEqualTo(example.getNodeType());
        }
    }

    static JsonNode example(String operationId) {
        var name = "openapi-examples/" + operationId + ".json";
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            assertThat(in).as("the example file %s", name).isNotNull();
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
