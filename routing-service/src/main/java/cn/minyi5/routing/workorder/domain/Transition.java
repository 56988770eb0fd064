package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderEvent;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a transition, or several in a row, has led to: the order as it then is, what its timeline says of it, and what
 * the other services will hear.
 */
public record Transition(WorkOrder order, List<TimelineEntry> timeline, List<Happened> events) {

    /** No transition is told by as many. */
    private static final long MOST_EVENTS = 10;

    /**
     * One line of a work order's story.
     *
     * @param by who did it: a username, or what decided in a person's place
     * @param department the department that did it or that it concerns; null when it is the desk's own
     * @param words what was said; null when the action says it all
     */
    @Embeddable
    public record TimelineEntry(
            Instant at, Action action, String by, @Nullable String department, @Nullable String words) {}

    /**
     * An event and the moment at which it happened.
     *
     * @param sequence higher than that of every event of the order before: its version, and which of the transition's
     *     events it is
     */
    public record Happened(WorkOrderEvent event, Instant at, long sequence) {}

    static Transition of(WorkOrder order, TimelineEntry entry, WorkOrderEvent... events) {
        return new Transition(
                order,
                List.of(entry),
                IntStream.range(0, events.length)
                        .mapToObj(n -> new Happened(events[n], entry.at(), order.version() * MOST_EVENTS + n))
                        .toList());
    }

    /** What follows from it at a moment of its own. */
    public Transition followedBy(WorkOrderEvent event, Instant at) {
        var next = events.get(events.size() - 1).sequence() + 1;
        return new Transition(order, timeline, both(events, List.of(new Happened(event, at, next))));
    }

    public Transition then(Function<WorkOrder, Transition> next) {
        var following = next.apply(order);
        return new Transition(following.order, both(timeline, following.timeline), both(events, following.events));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
