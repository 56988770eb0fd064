package cn.minyi5.routing.workorder;

import cn.minyi5.routing.calendar.CalendarYears;
import cn.minyi5.routing.workorder.domain.ReturnWindow;
import cn.minyi5.routing.workorder.domain.Windows;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The county's windows, by the working calendar as it is known now; within a unit of work. */
@ApplicationScoped
class WindowsAtPlace {

    private final CalendarYears years;
    private final RoutingConfig config;

    WindowsAtPlace(CalendarYears years, RoutingConfig config) {
        this.years = years;
        this.config = config;
    }

    /** For any dispatch of the order, also one that is still to come. */
    Uni<Windows> of(WorkOrder order) {
        return years.since(order.origin().openedAt(), order.request().grid())
                .map(calendar -> new Windows(new ReturnWindow(config.returnWindow(), calendar), config.reopenWindow()));
    }
}
