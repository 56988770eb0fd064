package cn.minyi5.routing.workorder;

import cn.minyi5.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of work orders.
 *
 * @param next for {@code after} of the next call; absent on the last page
 * @param total of all that match; absent of a search that more match than are counted
 * @param totalMoreThan then how many there are at least, and more: a floor and no total
 */
public record WorkOrderPage(
        List<WorkOrderView> items, @Nullable String next, @Nullable Long total, @Nullable Long totalMoreThan) {

    /** The most that is counted of a search. */
    static final long MOST_COUNTED = WorkOrderListSql.TOO_MANY - 1;

    static WorkOrderPage counted(Page<WorkOrderView> page, long total) {
        return new WorkOrderPage(page.items(), page.next(), total, null);
    }

    static WorkOrderPage uncounted(Page<WorkOrderView> page) {
        return new WorkOrderPage(page.items(), page.next(), null, MOST_COUNTED);
    }
}
