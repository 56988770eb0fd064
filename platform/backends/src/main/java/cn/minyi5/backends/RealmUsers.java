package cn.minyi5.backends;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The people of the realm, the service account among them, and what Keycloak may know of them. */
final class RealmUsers {
    private static final Map<String, List<String>> SET_BY_ADMINISTRATORS =
            Map.of("view", List.of("admin", "user"), "edit", List.of("admin"));

    private RealmUsers() {}

    static List<Map<String, Object>> of(List<Person> persons) {
        return Stream.concat(Stream.of(serviceAccount()), persons.stream().map(RealmUsers::user))
                .toList();
    }

    /** Nobody may change his own division, department or team: rights hang on them. */
    static Map<String, Object> profile() {
        var attributes = Stream.of("username", "email", "firstName", "lastName", "division", "department", "team")
                .map(name -> Map.of("name", name, "permissions", SET_BY_ADMINISTRATORS))
                .toList();
        var config = Realm.write(Map.of("attributes", attributes, "unmanagedAttributePolicy", "ADMIN_EDIT"));
        return Map.of(
                "org.keycloak.userprofile.UserProfileProvider",
                List.of(Map.of(
                        "providerId",
                        "declarative-user-profile",
                        "config",
                        Map.of("kc.user.profile.config", List.of(config)))));
    }

    private static Map<String, Object> serviceAccount() {
        return Map.of(
                "username",
                "service-account-" + Realm.INTEGRATION,
                "enabled",
                true,
                "serviceAccountClientId",
                Realm.INTEGRATION,
                "realmRoles",
                List.of("integration"));
    }

    private static Map<String, Object> user(Person person) {
        var user = new TreeMap<String, Object>();
        user.put("username", person.username());
        user.put("enabled", true);
        user.put("email", person.username() + "@minyi5.invalid");
        user.put("emailVerified", true);
        // Keycloak's claim "name" is first name, blank, last name; a Chinese name is written in one.
        user.put("firstName", person.displayName());
        user.put("credentials", List.of(Map.of("type", "password", "value", person.password(), "temporary", false)));
        user.put("realmRoles", person.roles());
        user.put("attributes", attributes(person));
        return user;
    }

    private static Map<String, List<String>> attributes(Person person) {
        var attributes = new TreeMap<String, List<String>>();
        if (person.division() != null) {
            attributes.put("division", List.of(person.division()));
        }
        if (person.department() != null) {
            attributes.put("department", List.of(person.department()));
        }
        if (person.team() != null) {
            attributes.put("team", List.of(person.team()));
        }
        return attributes;
    }
}
