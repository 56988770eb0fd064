package cn.minyi5.escalation.sight;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import org.jspecify.annotations.Nullable;

/**
 * What one actor may see, the same for lists, single reads, counts and rows (DOMAIN §7).
 *
 * @param division prefix of the places they answer for
 * @param department when not null, nothing but this department's
 * @param confidential whether complaints about officials (ZX02) are among it
 */
public record Sight(String division, @Nullable String department, boolean confidential) {

    private static final String NO_DEPARTMENT = "";
    private static final int COUNTY_DIGITS = 6;

    public static Sight of(Actor actor) {
        return new Sight(actor.division().value(), department(actor), actor.is(Roles.SUPERVISOR) && isCounty(actor));
    }

    /** Whether the actor answers for a county or more. */
    public static boolean isCounty(Actor actor) {
        return actor.division().value().length() <= COUNTY_DIGITS;
    }

    private static @Nullable String department(Actor actor) {
        if (actor.is(Roles.SUPERVISOR) || actor.is(Roles.DISPATCHER)) {
            return null;
        }
        return actor.department() == null ? NO_DEPARTMENT : actor.department();
    }
}
