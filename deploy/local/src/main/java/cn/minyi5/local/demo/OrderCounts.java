package cn.minyi5.local.demo;

import cn.minyi5.local.api.County;
import cn.minyi5.local.history.VisitDays;
import cn.minyi5.local.stack.DemoPersons;

/** How many work orders routing has. */
record OrderCounts(County services) {

    /** Those of the history's months, in whatever state. */
    int ofHistory() {
        var counts = services.routing(DemoPersons.SUPERVISOR)
                .get("/api/work-order-counts?from=" + VisitDays.FIRST_MONTH + "&to=" + VisitDays.LAST_MONTH);
        return counts.path("total").asInt();
    }
}
