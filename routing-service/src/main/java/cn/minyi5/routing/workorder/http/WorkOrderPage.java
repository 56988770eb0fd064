package cn.minyi5.routing.workorder.http;

import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.Page;

/** A page of work orders as people see it. */
public final class WorkOrderPage {

    private WorkOrderPage() {}

    public static Page<WorkOrderView> of(Page<WorkOrder> page) {
        return new Page<>(page.items().stream().map(WorkOrderView::of).toList(), page.next(), page.total());
    }
}
