package cn.minyi5.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;

/**
 * Calls the operations of a service as their examples do but for one thing that is wrong, chosen by a seed: whatever it
 * is, the service answers for it, and what it refuses is a problem.
 */
public final class MutatedCalls {

    /** As a value of JSON, each of them wrong somewhere. */
    private static final List<String> WRONG_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[[[]]]",
            "[null]",
            "\"0\"",
            "\"-1\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\u200b\"",
            "\"\\u0007\"",
            "\"\u00a0\"",
            "\"'; drop table visit; --\"",
            "\"%00\"",
            "\"../../etc\"",
            "\"💥\"",
            "\"=1+1\"",
            "\"" + "长".repeat(300) + "\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"1999-12-31T23:59:59+08:00\"",
            "\"2101-01-01T00:00:00+08:00\"",
            "\"+999999999-12-31T23:59:59-18:00\"",
            "\"-999999999-01-01T00:00:00+18:00\"",
            "\"2021-02-30\"",
            "\"2021-13\"",
            "\"9999-12\"",
            "\"0000-00\"",
            "\"P999999999D\"",
            "\"PT-1H\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"1-1-1-1-1\"",
            "\"370828101201900 \"",
            "\"٣٧٠٨٢٨\"",
            "1633395600");

    private static final String HERE = "@here@";

    private final Random random;
    private final Map<String, Runnable> givens;

    private MutatedCalls(Random random, Map<String, Runnable> givens) {
        this.random = random;
        this.givens = givens;
    }

    /** @param givens what must be so before the example of an operation is called, by the name in its {@code given} */
    public static void check(int times, long seed, Map<String, Runnable> givens) {
        new MutatedCalls(new Random(seed), givens).check(times);
    }

    private void check(int times) {
        var operations = Examples.operations();
        givens.values().forEach(Runnable::run);
        var failures = new ArrayList<String>();
        for (int time = 0; time < times; time++) {
            var operation = operations.get(random.nextInt(operations.size()));
            var call = mutated(operation, Examples.example(operation.id()));
            var answer = call.send();
            if (answer.status() < 200 || answer.status() >= 500 || answer.status() >= 400 && !answer.isRefusal()) {
                failures.add(operation.id() + " " + call + " -> " + answer.status() + " " + brief(answer.body()));
            }
        }
        assertThat(failures).as("calls that were not answered for").isEmpty();
    }

    private RawHttp mutated(Examples.Operation operation, JsonNode example) {
        var places = new ArrayList<String>();
        for (var part : List.of("path", "query", "headers")) {
            example.path(part).fieldNames().forEachRemaining(name -> places.add(part + "/" + name));
        }
        operation.document().path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                places.add("query/" + parameter.path("name").asText());
            }
        });
        if (example.has("body") || example.has(Examples.BINARY)) {
            // Most of what can be wrong is in a body.
            places.addAll(List.of("body", "body", "body", "body"));
        }
        places.addAll(List.of("query/unheardOf", "headers/Accept", "headers/Accept-Language", "headers/Content-Type"));
        return call(operation, example, places.get(random.nextInt(places.size())));
    }

    private RawHttp call(Examples.Operation operation, JsonNode example, String wrong) {
        var path = operation.path();
        for (var part : example.path("path").properties()) {
            var value = wrong.equals("path/" + part.getKey())
                    ? wrongText()
                    : encoded(part.getValue().asText());
            path = path.replace("{" + part.getKey() + "}", value);
        }
        var call = RawHttp.of(operation.method().toUpperCase(Locale.ROOT), path + query(example, wrong));
        if (example.has("as")) {
            call.header("Authorization", Examples.bearer(example.get("as")));
        }
        example.path("headers")
                .properties()
                .forEach(
                        header -> call.header(header.getKey(), header.getValue().asText()));
        if (example.has(Examples.BINARY)) {
            var right = Examples.binary(example);
            call.body(example.get("contentType").asText(), wrong.equals("body") ? wrongBytes(right) : right);
        } else if (example.has("body")) {
            var type = example.path("contentType").asText("application/json");
            var right = example.get("body");
            call.body(
                    type, wrong.equals("body") ? wrongBody(right) : text(right).getBytes(UTF_8));
        }
        if (wrong.startsWith("headers/")) {
            call.header(wrong.substring("headers/".length()), wrongHeader());
        }
        return call;
    }

    private String query(JsonNode example, String wrong) {
        var query = new StringBuilder();
        for (var part : example.path("query").properties()) {
            if (!wrong.equals("query/" + part.getKey())) {
                query.append('&')
                        .append(part.getKey())
                        .append('=')
                        .append(encoded(part.getValue().asText()));
            }
        }
        if (wrong.startsWith("query/")) {
            query.append('&')
                    .append(wrong.substring("query/".length()))
                    .append('=')
                    .append(wrongText());
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    /** As it stands in an address: well encoded, or not even that. */
    private String wrongText() {
        if (random.nextInt(10) == 0) {
            return List.of("%", "%zz", "%c3%28", "%00", "a%2fb", "%e2%80%8b").get(random.nextInt(6));
        }
        var value = wrongValue();
        return encoded(Examples.read(value).isTextual() ? Examples.read(value).asText() : value);
    }

    private String wrongHeader() {
        return List.of(
                        "",
                        "*",
                        "!!",
                        "zh;q=x",
                        "text/html",
                        "///",
                        "k".repeat(300),
                        "application/json; charset=utf-7",
                        "\"\"",
                        "ä",
                        "-1")
                .get(random.nextInt(11));
    }

    private byte[] wrongBody(JsonNode right) {
        var text = text(right);
        return switch (random.nextInt(10)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(UTF_8);
            case 1 -> (text + text).getBytes(UTF_8);
            case 2 -> text.getBytes(Charset.forName(random.nextBoolean() ? "GBK" : "UTF-16"));
            case 3 -> withOtherByte(text.getBytes(UTF_8));
            default -> (right.isTextual() ? wrongSheet(text) : wrongJson(right)).getBytes(UTF_8);
        };
    }

    private byte[] wrongBytes(byte[] right) {
        return random.nextBoolean() ? Arrays.copyOf(right, random.nextInt(right.length)) : withOtherByte(right);
    }

    private byte[] withOtherByte(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }

    private String wrongSheet(String sheet) {
        var cells = sheet.split("(?<=[,\n])|(?=[,\n])");
        cells[random.nextInt(cells.length)] = Examples.read(wrongValue()).asText();
        return String.join("", cells);
    }

    private String wrongJson(JsonNode right) {
        JsonNode body = right.deepCopy();
        var containers = containers(body);
        if (containers.isEmpty()) {
            return wrongValue();
        }
        var container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextInt(4) == 0) {
                array.add(HERE);
            } else {
                array.set(random.nextInt(array.size()), HERE);
            }
        } else {
            wrongField((ObjectNode) container);
        }
        return body.toString().replace("\"" + HERE + "\"", wrongValue());
    }

    private void wrongField(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.isEmpty() ? "unheardOf" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.put(name + "X", HERE);
            default -> object.put(name, HERE);
        }
    }

    private static List<JsonNode> containers(JsonNode node) {
        var found = new ArrayList<JsonNode>();
        if (node.isContainerNode()) {
            found.add(node);
            StreamSupport.stream(node.spliterator(), false).forEach(child -> found.addAll(containers(child)));
        }
        return found;
    }

    private String wrongValue() {
        return WRONG_VALUES.get(random.nextInt(WRONG_VALUES.size()));
    }

    private static String text(JsonNode body) {
        return body.isTextual() ? body.asText() : body.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static String brief(String text) {
        return text.substring(0, Math.min(text.length(), 300));
    }
}
