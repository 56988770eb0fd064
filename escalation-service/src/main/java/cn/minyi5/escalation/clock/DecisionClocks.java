package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.WorkingCalendar;
import cn.minyi5.escalation.calendar.CalendarYears;
import cn.minyi5.escalation.calendar.domain.Calendars;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.escalation.clock.domain.SlaClock;
import cn.minyi5.escalation.policy.SlaPolicies;
import cn.minyi5.escalation.policy.domain.PolicyBook;
import cn.minyi5.escalation.policy.domain.PolicyBook.Matter;
import cn.minyi5.messaging.Received;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The clocks of desk and office: REVIEW runs from a return or a reply, ARBITRATION from a second return, until it is
 * decided. They count hours on duty (ADR 0015), alarm desk and office alone, and are in no figure.
 */
@ApplicationScoped
public class DecisionClocks {

    private static final Logger LOG = Logger.getLogger(DecisionClocks.class);

    private final SlaPolicies policies;
    private final CalendarYears years;
    private final Clocks clocks;

    DecisionClocks(SlaPolicies policies, CalendarYears years, Clocks clocks) {
        this.policies = policies;
        this.years = years;
        this.clocks = clocks;
    }

    /**
     * Starts the clock of desk or office over what was submitted to them, also of history, which may be undecided. Where the
     * calendar has no data for the year the clock is not started: no plain weekdays are counted in its place. To be called
     * after the department's REPLY clock has been turned by the same events.
     */
    public <E extends WorkOrderEvent> Uni<Void> submit(
            ClockKind kind, List<Received<E>> told, ToIntFunction<E> dispatchNo) {
        return Uni.combine()
                .all()
                .unis(clocks.lock(told, dispatchNo, ClockKind.REPLY), policies.book(), years.calendars(yearsOf(told)))
                .usingConcurrencyOf(1)
                .asTuple()
                .flatMap(known -> start(
                        kind,
                        told,
                        event -> Clocks.known(known.getItem1(), event, dispatchNo),
                        known.getItem2(),
                        known.getItem3()));
    }

    /** Turns the clocks of desk or office that were started by then and not turned before; where none was, nothing. */
    public <E extends WorkOrderEvent> Uni<Void> decide(
            ClockTurn.Kind turn, ClockKind kind, List<Received<E>> told, ToIntFunction<E> dispatchNo) {
        return clocks.lock(told, dispatchNo, kind)
                .map(runs -> told.stream()
                        .flatMap(event -> runs.getOrDefault(event.event().workOrderId(), List.of()).stream()
                                .filter(run -> run.wasRunningAt(event.happenedAt()))
                                .map(run -> Turned.by(event, turn, run)))
                        .toList())
                .flatMap(clocks::turn);
    }

    private <E extends WorkOrderEvent> Uni<Void> start(
            ClockKind kind,
            List<Received<E>> submitted,
            Function<Received<E>, ClockRun> replyClock,
            PolicyBook book,
            Calendars calendars) {
        var runs = new ArrayList<ClockRun>();
        var decided = new ArrayList<Turned>();
        for (var event : submitted) {
            var reply = replyClock.apply(event);
            var run = run(kind, event, reply, book, calendars.at(reply.order().gridCode()));
            if (run.isEmpty()) {
                LOG.warnf(
                        "no %s clock for work order %s: load the calendar",
                        kind, event.event().workOrderId());
                continue;
            }
            runs.add(run.get());
            // Heard only now, after the decision: a dead letter that is replayed.
            reply.decidedAfter(event.happenedAt())
                    .map(at -> new ClockTurn(ClockTurn.Kind.STOPPED, at))
                    .ifPresent(turn -> decided.add(Turned.by(event.id(), turn, run.get())));
        }
        return clocks.start(runs).chain(() -> clocks.turn(decided));
    }

    private static Optional<ClockRun> run(
            ClockKind kind,
            Received<? extends WorkOrderEvent> submitted,
            ClockRun reply,
            PolicyBook book,
            WorkingCalendar calendar) {
        var order = reply.order().told(submitted.event().imported());
        var at = submitted.happenedAt();
        var policy = book.ruling(new Matter(kind, order.categoryCode(), order.gridCode(), null), at);
        return policy.terms()
                .onDuty(at, calendar)
                .map(terms -> new ClockRun(
                        UuidCreator.getTimeOrderedEpoch(),
                        order,
                        kind,
                        submitted.partition(),
                        policy.id(),
                        SlaClock.start(terms, at),
                        List.of()));
    }

    /** Those that a clock which starts then can reach. */
    private static Set<Year> yearsOf(List<? extends Received<?>> told) {
        return told.stream()
                .map(event -> Year.of(CountyTime.yearOf(event.happenedAt())))
                .flatMap(year -> Stream.of(year, year.plusYears(1)))
                .collect(Collectors.toSet());
    }
}
