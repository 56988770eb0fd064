package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for requests, and what of them is for these eyes (DOMAIN §7). Jurisdiction comes first; within it a team
 * sees its own, a department what it holds, the desk everything that is not confidential, the supervision office of
 * county or above everything.
 *
 * @param team of a secretary
 * @param department of a clerk or head
 * @param desk whether a dispatcher
 * @param supervisor whether of the supervision office
 */
public record RequestReader(
        DivisionCode jurisdiction,
        @Nullable String team,
        @Nullable String department,
        boolean desk,
        boolean supervisor) {

    private static final int COUNTY_DIGITS = 6;

    public Sight of(RecordedRequest request) {
        if (!jurisdiction.contains(request.grid().division())) {
            return Sight.NOTHING;
        }
        if (request.teamCode().equals(team)) {
            return Sight.FULL;
        }
        if (request.confidential()) {
            return supervises() ? Sight.MASKED : Sight.NOTHING;
        }
        return supervisor || desk || request.heldBy(department) ? Sight.MASKED : Sight.NOTHING;
    }

    /** Whether the contact may be disclosed: to the team that took it, or to whom the work order is with. */
    public boolean mayAskForContactOf(RecordedRequest request) {
        return switch (of(request)) {
            case NOTHING -> false;
            case FULL -> true;
            case MASKED -> request.confidential() ? supervises() : request.heldBy(department);
        };
    }

    private boolean supervises() {
        return supervisor && jurisdiction.value().length() <= COUNTY_DIGITS;
    }
}
