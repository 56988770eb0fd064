package cn.minyi5.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Calls every operation of the published OpenAPI document as each role, of the example's county, of another one and of
 * none, and with every kind of token that is none, and compares with {@code access-matrix.txt}: an operation without its
 * line fails, and so does a line without its operation. What is public says so: whoever calls it, with whatever token, is
 * not asked who they are.
 */
public final class AccessMatrix {

    private static final String TABLE = "access-matrix.txt";

    private static final List<String> ROLES = List.of(
            "secretary",
            "team-leader",
            "clerk",
            "department-head",
            "dispatcher",
            "supervisor",
            "administrator",
            "integration");

    private static final String PUBLIC = "public";

    private static final String COUNTY = "370828";
    private static final String ANOTHER_COUNTY = "370829";

    private static final Map<String, Consumer<Tokens>> NO_TOKENS = Map.of(
            "expired",
            Tokens::expired,
            "forged",
            Tokens::forged,
            "unsigned",
            Tokens::unsigned,
            "foreign",
            Tokens::foreign);

    private final String service;
    private final Map<String, String> expected;
    private final List<String> failures = new ArrayList<>();

    private AccessMatrix(String service) {
        this.service = service;
        this.expected = table(service);
    }

    /** After the examples were called, which leave behind what they are about. */
    public static void check() {
        new AccessMatrix(ConfigProvider.getConfig().getValue("quarkus.application.name", String.class)).checkAll();
    }

    private void checkAll() {
        var found = new TreeMap<String, String>();
        for (var operation : Examples.operations()) {
            var example = Examples.example(operation.id());
            if (PUBLIC.equals(expected.get(operation.id()))) {
                found.put(operation.id(), publicLine(operation, example));
                continue;
            }
            refuseWhatIsNoToken(operation, example);
            refuseWhoHasNoJurisdiction(operation, example);
            found.put(operation.id(), line(operation, example));
        }
        var softly = new SoftAssertions();
        softly.assertThat(failures)
                .as("who got in, or was shown what is another county's")
                .isEmpty();
        softly.assertThat(lines(found)).as("lines of %s in %s", service, TABLE).isEqualTo(lines(expected));
        softly.assertAll();
    }

    /** The same answer for everybody. */
    private static String publicLine(Examples.Operation operation, JsonNode example) {
        var answers = new TreeSet<Integer>();
        answers.add(Examples.call(operation, example, null).statusCode());
        NO_TOKENS.values().forEach(spoil -> {
            var token = Examples.token(example.path("as"));
            spoil.accept(token);
            answers.add(Examples.call(operation, example, token.bearer()).statusCode());
        });
        for (var role : ROLES) {
            var answer = Examples.call(operation, example, Examples.bearer(as(example, role, ANOTHER_COUNTY)));
            answers.add(answer.statusCode());
        }
        return answers.size() == 1 && answers.first() < 300 ? PUBLIC : PUBLIC + " but " + answers;
    }

    private void refuseWhatIsNoToken(Examples.Operation operation, JsonNode example) {
        require(401, operation, example, "no token", null);
        NO_TOKENS.forEach((kind, spoil) -> {
            var token = Examples.token(example.path("as"));
            spoil.accept(token);
            require(401, operation, example, "a token that is " + kind, token.bearer());
        });
    }

    private void refuseWhoHasNoJurisdiction(Examples.Operation operation, JsonNode example) {
        for (var role : ROLES) {
            var token = Tokens.of("nobody-" + role).role(role);
            require(403, operation, example, role + " without a jurisdiction", token.bearer());
        }
    }

    private void require(
            int status, Examples.Operation operation, JsonNode example, String who, @Nullable String bearer) {
        var answer = Examples.call(operation, example, bearer);
        if (answer.statusCode() != status) {
            failures.add(operation.id() + " with " + who + ": " + answer.statusCode());
        }
    }

    /** Who gets past the door at home, for whom there is nothing, and the same for another county; all others get 403. */
    private String line(Examples.Operation operation, JsonNode example) {
        var home = doors(operation, example, COUNTY);
        var elsewhere = doors(operation, example, ANOTHER_COUNTY);
        return Stream.of(home.get("in"), home.get("404"), elsewhere.get("in"), elsewhere.get("404"))
                .map(roles -> roles == null ? "-" : String.join(" ", roles))
                .collect(Collectors.joining(" | "));
    }

    private Map<String, TreeSet<String>> doors(Examples.Operation operation, JsonNode example, String division) {
        var doors = new TreeMap<String, TreeSet<String>>();
        for (var role : ROLES) {
            var answer = Examples.call(operation, example, Examples.bearer(as(example, role, division)));
            doors.computeIfAbsent(door(answer), any -> new TreeSet<>()).add(role);
            if (!division.equals(COUNTY)
                    && answer.statusCode() < 300
                    && answer.asString().contains(COUNTY)
                    && !example.path("body").toString().contains(COUNTY)) {
                failures.add(operation.id() + " to another county's " + role);
            }
        }
        return doors;
    }

    /** Whoever is refused for what they sent, or for what has become of it, has got past the door. */
    private static String door(Response answer) {
        return switch (answer.statusCode()) {
            case 403 -> "403";
            case 404 -> "404";
            default -> {
                assertThat(answer.statusCode())
                        .as(answer.asString())
                        .isNotEqualTo(401)
                        .isLessThan(500);
                yield "in";
            }
        };
    }

    /** Whom the example names, where it is of this role; else somebody of the same department and team. */
    private static JsonNode as(JsonNode example, String role, String division) {
        ObjectNode as =
                example.path("as").isObject() ? example.get("as").deepCopy() : JsonNodeFactory.instance.objectNode();
        if (!division.equals(COUNTY)) {
            // Of another county, and so another person: an Idempotency-Key brings back one's own first answer.
            as.put("username", "another-" + role);
        } else if (!as.path("roles").toString().contains('"' + role + '"')) {
            as.put("username", "some-" + role);
        }
        as.putArray("roles").add(role);
        as.put("division", division);
        if (!as.has("department")) {
            as.put("department", "JX03");
        }
        if (!as.has("team")) {
            as.put("team", "YS001");
        }
        return as;
    }

    private static Map<String, String> table(String service) {
        try (var in = AccessMatrix.class.getResourceAsStream("/" + TABLE)) {
            assertThat(in).as(TABLE).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(service + " "))
                    .map(line -> line.split("\\s*\\|\\s*", 3))
                    .collect(Collectors.toMap(
                            cells -> cells[1],
                            cells -> cells[2].strip().replaceAll("\\s*\\|\\s*", " | "),
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(Map<String, String> table) {
        return table.entrySet().stream()
                .map(line -> line.getKey() + " | " + line.getValue())
                .collect(Collectors.joining("\n"));
    }
}
