package cn.minyi5.access;

import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see, the same for lists, single reads, counts, exports and streams (DOMAIN §7); the rest does not
 * exist for them.
 *
 * @param division prefix of the places they answer for
 * @param department only what concerns this department; null for all departments
 * @param team only what this team took; null for all teams
 * @param confidential whether complaints about officials (ZX02) are among it: for supervisors of a county or above
 */
public record AccessScope(
        DivisionCode division, @Nullable String department, @Nullable String team, boolean confidential) {

    /** The code of no department and no team: who has none sees nothing. */
    private static final String NONE = "";

    public static AccessScope of(Actor actor) {
        if (actor.is(Roles.SUPERVISOR) || actor.is(Roles.DISPATCHER)) {
            return new AccessScope(actor.division(), null, null, actor.is(Roles.SUPERVISOR) && isCounty(actor));
        }
        if (actor.is(Roles.CLERK) || actor.is(Roles.DEPARTMENT_HEAD)) {
            return new AccessScope(actor.division(), Objects.requireNonNullElse(actor.department(), NONE), null, false);
        }
        return new AccessScope(actor.division(), null, Objects.requireNonNullElse(actor.team(), NONE), false);
    }

    /**
     * The same in one place of it, such as one of several counties.
     *
     * @param place all of the jurisdiction if null
     * @throws Refusal {@code place.unknown} for one elsewhere
     */
    public AccessScope in(@Nullable DivisionCode place) {
        if (place == null) {
            return this;
        }
        if (!division.contains(place)) {
            throw Refusal.notFound("place.unknown");
        }
        return new AccessScope(place, department, team, confidential);
    }

    /** Whether papers that the division has issued are for these eyes: those of one's county, or of counties below. */
    public boolean readsPapersOf(DivisionCode issuer) {
        return issuer.contains(division) || division.contains(issuer);
    }

    /** Whether the actor answers for a county or more. */
    public static boolean isCounty(Actor actor) {
        return actor.division().isCountyOrAbove();
    }
}
