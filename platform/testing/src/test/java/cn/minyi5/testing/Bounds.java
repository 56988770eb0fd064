package cn.minyi5.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What an operation says of how long or large each of its fields may be: each says something, one more is refused at that
 * field, and what is within is not refused for its length. Called like the example but for the one field.
 */
final class Bounds {

    /** As long as their form. */
    private static final Set<String> FORMS = Set.of("uuid", "date", "date-time");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Examples.Operation operation;
    private final JsonNode example;
    private final List<Field> fields = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private Bounds(Examples.Operation operation, JsonNode example) {
        this.operation = operation;
        this.example = example;
    }

    /**
     * A field that has a bound.
     *
     * @param place in the example, such as {@code /body/requests/0/text}
     */
    private record Field(String place, JsonNode schema) {

        boolean isText() {
            return schema.has("maxLength");
        }

        String name() {
            return place.replaceFirst("(/\\d+)+$", "").replaceFirst(".*/", "");
        }

        JsonNode beyond(JsonNode usual) {
            if (isText()) {
                return text(schema.get("maxLength").intValue() + 1);
            }
            if (schema.has("maxItems")) {
                var most = schema.get("maxItems").intValue();
                return JSON.arrayNode().addAll(Collections.nCopies(most + 1, usual.isArray() ? usual.path(0) : usual));
            }
            return JSON.numberNode(new BigDecimal(schema.get("maximum").asText()).add(BigDecimal.ONE));
        }

        /** What is no JSON has not the letters for more. */
        JsonNode text(int length) {
            return JSON.textNode((place.startsWith("/body") ? "长" : "x").repeat(length));
        }
    }

    static Bounds of(Examples.Operation operation, JsonNode example) {
        var bounds = new Bounds(operation, example);
        operation.document().path("parameters").forEach(parameter -> {
            var part = parameter.path("in").asText();
            var place = "/" + (part.equals("header") ? "headers" : part) + "/"
                    + parameter.path("name").asText();
            bounds.find(place, parameter.path("schema"));
        });
        operation
                .document()
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(media -> bounds.find("/body", media.getValue().path("schema")));
        return bounds;
    }

    private void find(String place, JsonNode schema) {
        var meant = resolved(schema);
        for (var way : List.of("allOf", "anyOf", "oneOf")) {
            meant.path(way).forEach(part -> find(place, part));
        }
        switch (type(meant)) {
            case "object" ->
                meant.path("properties")
                        .properties()
                        .forEach(field -> find(place + "/" + field.getKey(), field.getValue()));
            case "array" -> {
                note(place, meant, "maxItems");
                find(place + "/0", meant.path("items"));
            }
            case "string" -> {
                if (!meant.has("enum") && !FORMS.contains(meant.path("format").asText())) {
                    note(place, meant, "maxLength");
                }
            }
            case "integer", "number" -> {
                note(place, meant, "maximum");
                require(place, meant, "minimum");
            }
            default -> {
                // Yes or no.
            }
        }
    }

    private void note(String place, JsonNode schema, String bound) {
        if (require(place, schema, bound)) {
            fields.add(new Field(place, schema));
        }
    }

    private boolean require(String place, JsonNode schema, String bound) {
        if (!schema.has(bound)) {
            failures.add(operation.id() + " publishes no " + bound + " of " + place);
        }
        return schema.has(bound);
    }

    private JsonNode resolved(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        var name = schema.get("$ref").asText().replaceFirst(".*/", "");
        return operation.components().path("schemas").path(name);
    }

    /** What may be null has two. */
    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(each -> !each.equals("null"))
                        .findFirst()
                        .orElse("")
                : type.asText();
    }

    List<String> whatIsBeyondIsRefused() {
        for (var field : fields) {
            if (field.schema().path("format").asText().equals("binary")) {
                refuseLargeBody(field);
            } else {
                refuse(field, call(field.place(), field.beyond(example.at(field.place()))));
            }
        }
        return failures;
    }

    private void refuse(Field field, Response answer) {
        // What does not lead anywhere is not found.
        var isRefused = field.place().startsWith("/path/")
                ? answer.statusCode() == 400 || answer.statusCode() == 404
                : answer.statusCode() == 400 && at(answer).contains(field.name());
        if (!isRefused || !isWordedWell(answer)) {
            failures.add("%s with more at %s than %s: %d %s"
                    .formatted(operation.id(), field.place(), field.schema(), answer.statusCode(), answer.asString()));
        }
    }

    /** As a problem, or at an edge whose errors a standard words, as the standard's. */
    private static boolean isWordedWell(Response answer) {
        return answer.contentType().startsWith("application/problem+json")
                || answer.asString().startsWith("[{\"code\":");
    }

    private void refuseLargeBody(Field field) {
        var path = operation.path();
        for (var part : example.path("path").properties()) {
            path = path.replace("{" + part.getKey() + "}", part.getValue().asText());
        }
        var answer = RawHttp.of(operation.method().toUpperCase(Locale.ROOT), path)
                .header("Authorization", Examples.bearer(example.path("as")))
                .announce(
                        example.path("contentType").asText(),
                        field.schema().get("maxLength").longValue() + 1);
        if (!answer.says("http.413")) {
            failures.add(operation.id() + " with a body that is too large: " + answer);
        }
    }

    /** In bodies, where each field has a check of its own. Of what has a form too, only the form says what is right. */
    List<String> whatIsWithinIsNotTooLong() {
        failures.clear();
        for (var field : fields) {
            var hasForm = field.schema().has("format") || field.schema().has("pattern");
            if (field.place().startsWith("/body/") && field.isText() && !hasForm) {
                var answer = call(
                        field.place(),
                        field.text(field.schema().get("maxLength").intValue()));
                if (answer.asString().contains("too-long") || answer.asString().contains("input.invalid")) {
                    failures.add("%s with just as much at %s as %s: %s"
                            .formatted(operation.id(), field.place(), field.schema(), answer.asString()));
                }
            }
        }
        return failures;
    }

    private static String at(Response answer) {
        return answer.contentType().contains("json")
                ? Examples.read(answer.asString()).path("field").asText()
                : "";
    }

    private Response call(String place, JsonNode value) {
        ObjectNode call = example.deepCopy();
        if (example.path("headers").has("Idempotency-Key")) {
            put(
                    call,
                    "/headers/Idempotency-Key",
                    JSON.textNode(UUID.randomUUID().toString()));
        }
        put(call, place, value);
        return Examples.call(operation, call, call.has("as") ? Examples.bearer(call.get("as")) : null);
    }

    /** Makes what leads there where the example has none of it. */
    private static void put(ContainerNode<?> call, String place, JsonNode value) {
        ContainerNode<?> parent = call;
        var steps = place.substring(1).split("/");
        for (int at = 0; at < steps.length - 1; at++) {
            var next = parent.at("/" + steps[at]);
            if (!next.isContainerNode()) {
                next = steps[at + 1].matches("\\d+") ? JSON.arrayNode() : JSON.objectNode();
                set(parent, steps[at], next);
            }
            parent = (ContainerNode<?>) next;
        }
        set(parent, steps[steps.length - 1], value);
    }

    private static void set(ContainerNode<?> parent, String step, JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(step, value);
        } else if (parent.isEmpty()) {
            ((ArrayNode) parent).add(value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(step), value);
        }
    }
}
