package cn.minyi5.routing.workorder.application;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.routing.workorder.domain.TimelineEntry;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A step in the life of a work order, or several in a row: what has become of it, what its timeline says, and what the
 * other services will hear.
 */
public record Step(WorkOrder order, List<TimelineEntry> timeline, List<Announcement> announcements) {

    /** An event and the moment at which it happened. */
    public record Announcement(WorkOrderEvent event, Instant at) {}

    static Step of(WorkOrder order, TimelineEntry entry, WorkOrderEvent... events) {
        return new Step(
                order,
                List.of(entry),
                Stream.of(events)
                        .map(event -> new Announcement(event, entry.at()))
                        .toList());
    }

    /** And then, what comes next. */
    public Step then(Function<WorkOrder, Step> next) {
        var following = next.apply(order);
        return new Step(
                following.order, both(timeline, following.timeline), both(announcements, following.announcements));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
