package cn.minyi5.backends;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The realm {@value #NAME} as Keycloak imports it, for a stack that listens on the loopback address only.
 *
 * @param integrationSecret of the service account {@value #INTEGRATION}
 * @param accessTokenSeconds how long an access token is good for
 */
public record Realm(List<Person> persons, String integrationSecret, int accessTokenSeconds) {
    public static final String NAME = "minyi5";
    public static final String AUDIENCE = "minyi5";

    /** The pages: authorization code with PKCE. */
    public static final String PAGES = "minyi5-pages";

    /** The demo and the tests: a token for a username and a password. */
    public static final String CLI = "minyi5-cli";

    /** Other systems: a token for a secret. */
    public static final String INTEGRATION = "minyi5-integration";

    public static final List<String> ROLES = List.of(
            "secretary",
            "team-leader",
            "clerk",
            "department-head",
            "dispatcher",
            "supervisor",
            "administrator",
            "integration");
    private static final int QUARTER_OF_AN_HOUR = 900;

    public Realm {
        persons = List.copyOf(persons);
    }

    /** With access tokens that are good for 900 seconds. */
    public static Realm of(List<Person> persons, String integrationSecret) {
        return new Realm(persons, integrationSecret, QUARTER_OF_AN_HOUR);
    }

    public String json() {
        var realm = new TreeMap<String, Object>();
        realm.put("realm", NAME);
        realm.put("displayName", "民意“5”来听");
        realm.put("enabled", true);
        // Loopback only: nothing travels that TLS would hide.
        realm.put("sslRequired", "none");
        realm.put("accessTokenLifespan", accessTokenSeconds);
        realm.put("bruteForceProtected", true);
        // One round instead of Argon2's five: 60 people are imported in 2.5 s instead of 5. Good enough for long random
        // passwords on one machine; a production realm keeps the default.
        realm.put("passwordPolicy", "hashIterations(1)");
        realm.put("internationalizationEnabled", true);
        realm.put("supportedLocales", List.of("zh-Hans", "en"));
        realm.put("defaultLocale", "zh-Hans");
        realm.put(
                "roles",
                Map.of("realm", ROLES.stream().map(role -> Map.of("name", role)).toList()));
        realm.put("clients", RealmClients.of(integrationSecret));
        realm.put("users", RealmUsers.of(persons));
        realm.put("components", RealmUsers.profile());
        return write(realm);
    }

    /** Writes the JSON to a file that only its owner can read: it holds passwords. */
    public Path writeTo(Path file) {
        try {
            Secrets.writePrivately(file, json());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Object value) {
        try {
            return new ObjectMapper()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
