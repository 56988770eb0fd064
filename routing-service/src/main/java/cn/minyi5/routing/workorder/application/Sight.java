package cn.minyi5.routing.workorder.application;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which work orders somebody can see (DOMAIN §7); the others do not exist for them. Lists, single orders and counts all
 * obey it.
 *
 * @param department only what this department leads or assists in; null for all departments
 * @param team only what this team took; null for all teams
 * @param confidential whether complaints about officials are seen, and they alone by the supervision office
 */
public record Sight(DivisionCode division, @Nullable String department, @Nullable String team, boolean confidential) {

    private static final int COUNTY_DIGITS = 6;

    /** The code of no department and no team: who has none sees nothing. */
    private static final String NONE = "";

    public static Sight of(Actor actor) {
        if (actor.is(Roles.SUPERVISOR)) {
            return new Sight(
                    actor.division(), null, null, actor.division().value().length() <= COUNTY_DIGITS);
        }
        if (actor.is(Roles.DISPATCHER)) {
            return new Sight(actor.division(), null, null, false);
        }
        if (actor.is(Roles.CLERK) || actor.is(Roles.DEPARTMENT_HEAD)) {
            return new Sight(actor.division(), Objects.requireNonNullElse(actor.department(), NONE), null, false);
        }
        return new Sight(actor.division(), null, Objects.requireNonNullElse(actor.team(), NONE), false);
    }

    boolean sees(WorkOrder order) {
        var request = order.request();
        return division.contains(request.grid().division())
                && (confidential || !request.confidential())
                && (department == null || isGivenTo(order, department))
                && (team == null || team.equals(request.teamCode()));
    }

    private static boolean isGivenTo(WorkOrder order, String department) {
        var dispatch = order.dispatch();
        return dispatch != null
                && (dispatch.assignment().lead().equals(department)
                        || dispatch.assignment().assisting().contains(department));
    }
}
