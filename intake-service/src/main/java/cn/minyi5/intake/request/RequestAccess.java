package cn.minyi5.intake.request;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.request.domain.TrackedRequest;
import org.jspecify.annotations.Nullable;

/**
 * What of a request is for somebody's eyes (DOMAIN §7). Jurisdiction comes first; within it a team sees its own, a
 * department what it holds or assists in, desk and supervision everything. A complaint about officials is for the
 * secretary who took it and the supervision office of county or above alone: half of the team are township officials; one
 * about that office for the body that it was referred to instead.
 */
record RequestAccess(Actor actor, AccessScope scope) {

    enum Visibility {
        /** As if it were not there. */
        NOTHING,
        /** The citizen masked, words without numbers; the contact for a reason, which is logged. */
        MASKED,
        /** Everything: who took it, and the clerk of the department that holds it. */
        FULL
    }

    static RequestAccess of(Actor actor) {
        return new RequestAccess(actor, AccessScope.of(actor));
    }

    /**
     * 回访. Of the team's request by its secretaries and leader, or by the desk in their place; of a complaint about
     * officials by who took it, or by the county's office (DOMAIN §4, §7).
     */
    TrackedRequest followedUp(@Nullable TrackedRequest tracked) {
        if (tracked == null || visibilityOf(tracked) == Visibility.NOTHING) {
            throw Refusal.notFound("request.unknown");
        }
        var inTheirPlace = actor.is(tracked.confidential() ? Roles.SUPERVISOR : Roles.DISPATCHER);
        if (!inTheirPlace && scope.team() == null) {
            throw Refusal.forbidden("actor.wrong-role");
        }
        return tracked;
    }

    Visibility visibilityOf(TrackedRequest tracked) {
        var request = tracked.request();
        if (!scope.division().contains(request.gridCode().division())) {
            return Visibility.NOTHING;
        }
        if (tracked.isTakenBy(actor.id())) {
            return Visibility.FULL;
        }
        var referredTo = request.referredTo();
        if (referredTo != null) {
            // Not for the office that it is about.
            return actor.is(Roles.SUPERVISOR) && referredTo.equals(actor.department())
                    ? Visibility.MASKED
                    : Visibility.NOTHING;
        }
        if (tracked.confidential()) {
            return scope.confidential() ? Visibility.MASKED : Visibility.NOTHING;
        }
        if (tracked.heldBy(scope.department())) {
            return actor.is(Roles.CLERK) ? Visibility.FULL : Visibility.MASKED;
        }
        var unlimited = scope.team() == null && scope.department() == null;
        return unlimited || request.teamCode().equals(scope.team()) || tracked.assistedBy(scope.department())
                ? Visibility.MASKED
                : Visibility.NOTHING;
    }
}
