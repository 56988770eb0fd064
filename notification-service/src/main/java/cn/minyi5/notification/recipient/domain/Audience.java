package cn.minyi5.notification.recipient.domain;

import cn.minyi5.contracts.language.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * 受众. People of one role, of one department or team if one is named.
 *
 * @param place where it happened; null if that is not known
 * @param reach whose jurisdiction has to do with the place
 */
public record Audience(
        Role role, @Nullable String department, @Nullable String team, @Nullable DivisionCode place, Reach reach) {

    /** Whose jurisdiction counts. */
    public enum Reach {
        /** Who answers for the place. */
        ANSWERING,
        /** Who answers for it at the county or above: what is confidential (DOMAIN §7). */
        COUNTY_OFFICE,
        /** Who answers for it or works in it: a county's papers are read in its townships as well. */
        READING
    }

    public boolean includes(Recipient recipient) {
        return recipient.role() == role
                && (department == null || department.equals(recipient.department()))
                && (team == null || team.equals(recipient.team()))
                && reaches(recipient.division());
    }

    private boolean reaches(DivisionCode jurisdiction) {
        var answers = place == null || jurisdiction.contains(place);
        return switch (reach) {
            case ANSWERING -> answers;
            case COUNTY_OFFICE -> answers && jurisdiction.isCountyOrAbove();
            case READING -> answers || place.contains(jurisdiction);
        };
    }
}
