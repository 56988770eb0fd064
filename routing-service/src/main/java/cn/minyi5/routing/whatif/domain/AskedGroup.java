package cn.minyi5.routing.whatif.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;

/**
 * Requests that are all the same to every catalogue.
 *
 * @param inForce the id of the version that decides them without the one that is tried
 * @param orders how many
 */
public record AskedGroup(String categoryCode, GridCode gridCode, Urgency urgency, int inForce, long orders) {

    /** What a work order of the group says of itself. */
    public String key() {
        return key(categoryCode, gridCode.value(), urgency);
    }

    public static String key(String categoryCode, String gridCode, Urgency urgency) {
        return categoryCode + " " + gridCode + " " + urgency;
    }
}
