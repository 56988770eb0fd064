package cn.minyi5.routing.workorder;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.Party;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody is to a work order: whether they see it, and as which of its parties they act. */
record Permissions(Actor actor) {

    /** @param seenVersion the version they have seen, or null if they do not say */
    Deed deed(WorkOrder order, @Nullable Integer seenVersion, Instant now) {
        requireSeen(order);
        if (seenVersion != null && seenVersion != order.version()) {
            throw Refusal.conflict("work-order.changed-meanwhile")
                    .with("version", order.version())
                    .with("state", order.state().name());
        }
        return new Deed(actor.username(), parties(order), now).of(actor.department());
    }

    void requireSeen(WorkOrder order) {
        if (!sees(order)) {
            throw Refusal.notFound("work-order.unknown");
        }
    }

    /** The same that {@link WorkOrderListSql} says in SQL. */
    boolean sees(WorkOrder order) {
        var scope = AccessScope.of(actor);
        var request = order.request();
        return scope.division().contains(request.grid().division())
                && (scope.confidential() || !request.confidential())
                && (scope.department() == null || order.isGivenTo(scope.department()))
                && (scope.team() == null || scope.team().equals(request.teamCode()) || isPlatformOf(order));
    }

    /** Another platform knows what it was given, and answers for it. */
    private boolean isPlatformOf(WorkOrder order) {
        return actor.is(Roles.INTEGRATION) && order.forwarding() != null;
    }

    Set<Party> parties(WorkOrder order) {
        var parties = EnumSet.noneOf(Party.class);
        if (actor.department() != null && actor.department().equals(order.lead())) {
            add(parties, Roles.CLERK, Party.LEAD);
            add(parties, Roles.DEPARTMENT_HEAD, Party.HEAD);
        }
        if (actor.department() != null && isAssisting(order, actor.department())) {
            add(parties, Roles.CLERK, Party.ASSISTING);
        }
        if (actor.team() != null && actor.team().equals(order.request().teamCode())) {
            add(parties, Roles.SECRETARY, Party.SECRETARY);
            add(parties, Roles.TEAM_LEADER, Party.TEAM_LEADER);
        }
        if (isPlatformOf(order)) {
            parties.add(Party.PLATFORM);
        }
        add(parties, Roles.DISPATCHER, Party.DESK);
        if (actor.is(Roles.SUPERVISOR) && AccessScope.isCounty(actor)) {
            parties.add(Party.SUPERVISION_OFFICE);
            if (order.request().confidential()) {
                parties.add(Party.SUPERVISION_OFFICE_IF_CONFIDENTIAL);
            }
        }
        return parties;
    }

    private static boolean isAssisting(WorkOrder order, String department) {
        return order.dispatch() != null
                && order.dispatch().assignment().assisting().contains(department);
    }

    private void add(Set<Party> parties, String role, Party party) {
        if (actor.is(role)) {
            parties.add(party);
        }
    }
}
