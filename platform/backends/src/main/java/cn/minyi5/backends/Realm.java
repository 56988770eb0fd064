package cn.minyi5.backends;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The realm {@value #NAME} as Keycloak imports it, for a stack that listens on the loopback address only: the template
 * {@code realm.json} with the people in it.
 *
 * @param integrationSecret of the service account {@value #INTEGRATION}
 * @param administrationSecret of the service account {@value #ADMINISTRATION}
 * @param division code of the place that it administers
 */
public record Realm(List<Person> persons, String integrationSecret, String administrationSecret, String division) {
    public static final String NAME = "minyi5";

    /** The demo and the tests: a token for a username and a password. */
    public static final String CLI = "minyi5-cli";

    /** Other systems: a token for a secret. */
    public static final String INTEGRATION = "minyi5-integration";

    /** What is administered by a program: a token for a secret, as administrators get none for a password. */
    public static final String ADMINISTRATION = "minyi5-administration";

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.ALLOW_YAML_COMMENTS);
    private static final JsonNode TEMPLATE = template();

    public static final List<String> ROLES = TEMPLATE.at("/roles/realm").findValuesAsText("name");

    public Realm {
        persons = List.copyOf(persons);
    }

    public String json() {
        var realm = (ObjectNode) TEMPLATE.deepCopy();
        var mappers = realm.remove("everyClientsProtocolMappers");
        for (var client : realm.get("clients")) {
            ((ObjectNode) client).set("protocolMappers", mappers);
            switch (client.get("clientId").textValue()) {
                case INTEGRATION -> ((ObjectNode) client).put("secret", integrationSecret);
                case ADMINISTRATION -> ((ObjectNode) client).put("secret", administrationSecret);
                default -> {}
            }
        }
        for (var account : realm.get("users")) {
            if (account.path("serviceAccountClientId").asText().equals(ADMINISTRATION)) {
                add(((ObjectNode) account).putObject("attributes"), "division", division);
            }
        }
        // Keycloak wants this one as a string.
        var profile = (ArrayNode)
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config");
        profile.set(0, profile.get(0).toString());
        persons.forEach(person -> ((ArrayNode) realm.get("users")).add(user(person)));
        return realm.toString();
    }

    private static ObjectNode user(Person person) {
        var user = JSON.createObjectNode();
        user.put("username", person.username()).put("enabled", true);
        user.put("email", person.username() + "@minyi5.invalid").put("emailVerified", true);
        // Keycloak's claim "name" is first name, blank, last name; a Chinese name is written in one.
        user.put("firstName", person.displayName());
        user.putArray("credentials").addObject().put("type", "password").put("value", person.password());
        person.roles().forEach(user.putArray("realmRoles")::add);
        var attributes = user.putObject("attributes");
        add(attributes, "department", person.department());
        add(attributes, "division", person.division());
        add(attributes, "team", person.team());
        return user;
    }

    private static void add(ObjectNode attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.putArray(name).add(value);
        }
    }

    private static JsonNode template() {
        try (var in = Realm.class.getResourceAsStream("realm.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
