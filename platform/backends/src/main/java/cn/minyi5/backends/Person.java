package cn.minyi5.backends;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param roles of the realm, see {@link Realm#ROLES}
 * @param division code of the place he or she answers for
 * @param department code of the department he or she works for
 * @param team code of the visiting team he or she belongs to
 * @param displayName what the pages show
 */
public record Person(
        String username,
        String password,
        List<String> roles,
        @Nullable String division,
        @Nullable String department,
        @Nullable String team,
        String displayName) {
    public Person {
        roles = List.copyOf(roles);
        for (var role : roles) {
            if (!Realm.ROLES.contains(role)) {
                throw new IllegalArgumentException("no such role: " + role);
            }
        }
    }

    /** Those that rights hang on: division, department and team, as far as there are. */
    Map<String, String> attributes() {
        var attributes = new TreeMap<String, String>();
        attributes.put("division", division);
        attributes.put("department", department);
        attributes.put("team", team);
        attributes.values().removeIf(Objects::isNull);
        return attributes;
    }
}
