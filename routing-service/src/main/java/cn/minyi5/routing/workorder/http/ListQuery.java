package cn.minyi5.routing.workorder.http;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.WorkOrderQueries.Filter;
import cn.minyi5.routing.workorder.WorkOrderQueries.Sort;
import cn.minyi5.routing.workorder.domain.State;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.time.OffsetDateTime;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which work orders are asked for, and in which order.
 *
 * @param text words that must all be there
 * @param dueBefore a moment with its offset
 * @param sort {@code since} or {@code due}
 */
record ListQuery(
        @RestQuery @Size(max = 20) List<State> state,
        @RestQuery @Nullable String category,
        @RestQuery @Nullable String place,
        @RestQuery @Nullable String department,
        @RestQuery @Nullable @Size(max = LONGEST_TEXT) String text,
        @RestQuery("due-before") @Nullable String dueBefore,
        @RestQuery @DefaultValue("since") String sort) {

    /** What nobody types is no search. */
    private static final int LONGEST_TEXT = 100;

    Filter filter() {
        var before = dueBefore == null
                ? null
                : CountyTime.asked(dueBefore, OffsetDateTime::parse, () -> Refusal.invalid(
                                        "moment.malformed", "due-before")
                                .with("value", dueBefore))
                        .toInstant();
        return new Filter(state, category, place, department, text == null || text.isBlank() ? null : text, before);
    }

    Sort order() {
        return Sort.fromString(sort);
    }
}
