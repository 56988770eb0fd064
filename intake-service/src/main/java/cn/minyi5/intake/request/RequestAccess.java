package cn.minyi5.intake.request;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.intake.request.domain.TrackedRequest;

/**
 * What of a request is for somebody's eyes (DOMAIN §7). Jurisdiction comes first; within it a team sees its own, a
 * department what it holds, the desk everything that is not confidential, the supervision office of county or above
 * everything.
 */
record RequestAccess(AccessScope scope) {

    enum Visibility {
        /** As if it were not there. */
        NOTHING,
        /** The citizen masked, words without numbers. */
        MASKED,
        /** Everything: the team that took it. */
        FULL
    }

    static RequestAccess of(Actor actor) {
        return new RequestAccess(AccessScope.of(actor));
    }

    Visibility visibilityOf(TrackedRequest tracked) {
        var request = tracked.request();
        if (!scope.division().contains(request.gridCode().division())) {
            return Visibility.NOTHING;
        }
        if (request.teamCode().equals(scope.team())) {
            return Visibility.FULL;
        }
        if (tracked.confidential()) {
            return scope.confidential() ? Visibility.MASKED : Visibility.NOTHING;
        }
        var unlimited = scope.team() == null && scope.department() == null;
        return unlimited || tracked.heldBy(scope.department()) ? Visibility.MASKED : Visibility.NOTHING;
    }

    /** Whether the contact may be disclosed: to the team that took it, or to whom the work order is with. */
    boolean mayAskForContactOf(TrackedRequest tracked) {
        return switch (visibilityOf(tracked)) {
            case NOTHING -> false;
            case FULL -> true;
            case MASKED -> tracked.confidential() ? scope.confidential() : tracked.heldBy(scope.department());
        };
    }
}
