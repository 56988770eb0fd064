package cn.minyi5.backends;

import java.util.List;
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
        if (!Realm.ROLES.containsAll(roles)) {
            throw new IllegalArgumentException("no such roles: " + roles);
        }
    }
}
