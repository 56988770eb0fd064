package cn.minyi5.routing.workorder;

import cn.minyi5.access.AccessScope;
import cn.minyi5.routing.workorder.DueTimes.Due;
import cn.minyi5.routing.workorder.WorkOrderListSql.Search;
import cn.minyi5.routing.workorder.WorkOrderQueries.Filter;
import cn.minyi5.routing.workorder.domain.State;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who sees a scope and asks for a filter hands to {@link WorkOrderListSql}.
 *
 * @param list that is walked: everything, or what a department leads or assists in
 * @param listToo in which an order must stand besides; null if no other is asked for
 */
record ListParameters(AccessScope scope, Filter filter, String list, @Nullable String listToo) {

    /** The list of everything in a county. */
    private static final String ALL = "all";

    private static final String OF_DEPARTMENT = "of:";

    private static final int TOWNSHIP_DIGITS = 9;

    static ListParameters of(AccessScope scope, Filter filter) {
        var own = scope.department();
        var asked = filter.department();
        var walked = own == null ? asked : own;
        var too = asked == null || asked.equals(walked) ? null : OF_DEPARTMENT + asked;
        return new ListParameters(scope, filter, walked == null ? ALL : OF_DEPARTMENT + walked, too);
    }

    /** Null where the list is walked in its order. */
    @Nullable
    Search search() {
        if (filter.text() != null) {
            return Search.WORDS;
        }
        return scope.team() == null ? null : Search.TEAM;
    }

    /** Whether the settled orders that are asked for are counted already. */
    boolean areSettledCounted() {
        return listToo == null && isTownshipOrAbove(scope.division().value()) && isTownshipOrAbove(filter.place());
    }

    private static boolean isTownshipOrAbove(@Nullable String place) {
        return place == null || place.length() <= TOWNSHIP_DIGITS;
    }

    Object[] and(Object... others) {
        var states = filter.states().isEmpty()
                ? List.of(State.values())
                : filter.states().stream().distinct().toList();
        // A moment that is after all due times lets those pass as well for which no clock runs.
        var dueBefore = Objects.requireNonNullElse(filter.dueBefore(), Due.NEVER.plusSeconds(1));
        return Stream.concat(
                        Stream.of(
                                scope.division(),
                                scope.confidential(),
                                scope.team(),
                                list,
                                states,
                                filter.category(),
                                filter.place(),
                                listToo,
                                dueBefore,
                                filter.text()),
                        Stream.of(others))
                .toArray();
    }
}
