package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.WorkOrderEvent.NotAccepted;
import cn.minyi5.contracts.WorkOrderEvent.WentLive;
import cn.minyi5.contracts.WorkOrderEvent.Withdrawn;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.escalation.clock.domain.ClockedOrder;
import cn.minyi5.escalation.clock.domain.SlaClock;
import cn.minyi5.escalation.policy.SlaPolicies;
import cn.minyi5.escalation.policy.domain.PolicyBook;
import cn.minyi5.escalation.policy.domain.PolicyBook.Matter;
import cn.minyi5.messaging.NotYet;
import cn.minyi5.messaging.Received;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * Starts clocks when orders are dispatched, and turns them when what they wait for happens. A turn whose run is not
 * known waits for the dispatch. In whatever order they come, they give the same clocks (ADR 0018).
 */
@ApplicationScoped
public class ClockCommands {

    private final SlaPolicies policies;
    private final Clocks clocks;

    ClockCommands(SlaPolicies policies, Clocks clocks) {
        this.policies = policies;
        this.clocks = clocks;
    }

    /** Starts the SIGN and REPLY clocks of dispatches, when they happened, under the policies then in force. */
    public Uni<Void> start(List<Received<Dispatched>> received) {
        return policies.book()
                .map(book -> received.stream()
                        .flatMap(dispatched -> Arrays.stream(ClockKind.values())
                                .filter(ClockKind::isOfDepartment)
                                .map(kind -> run(kind, dispatched, book)))
                        .toList())
                .flatMap(clocks::start);
    }

    /** Turns one run for each: the one of the kind and of the very dispatch. */
    public <E extends WorkOrderEvent> Uni<Void> turn(
            ClockTurn.Kind turn, ClockKind kind, List<Received<E>> told, ToIntFunction<E> dispatchNo) {
        return clocks.lock(told, dispatchNo, kind)
                .map(runs -> told.stream()
                        .map(event -> Turned.by(event, turn, Clocks.known(runs, event, dispatchNo)))
                        .toList())
                .flatMap(clocks::turn);
    }

    /** 不予受理. The runs of refused orders end without blame, those as well that are heard of only afterwards. */
    public Uni<Void> refuse(List<Received<NotAccepted>> told) {
        return clocks.endAll(told, ClockTurn.Kind.ENDED);
    }

    /** 撤回. All runs stop, those of desk and office too: nobody waits for anything any longer. */
    public Uni<Void> withdraw(List<Received<Withdrawn>> told) {
        return clocks.endAll(told, ClockTurn.Kind.STOPPED);
    }

    /**
     * Ends the department's runs of all dispatches up to a known one that started before; those that start with a ruling
     * are not among them.
     */
    public <E extends WorkOrderEvent> Uni<Void> end(List<Received<E>> told, ToIntFunction<E> upToDispatchNo) {
        return clocks.lock(told, upToDispatchNo, null)
                .map(runs -> told.stream()
                        .flatMap(event -> knownUpTo(runs, event, upToDispatchNo.applyAsInt(event.event())).stream()
                                .filter(run -> run.kind().isOfDepartment())
                                .filter(run -> run.clock().startedAt().isBefore(event.happenedAt()))
                                .map(run -> Turned.by(event, ClockTurn.Kind.ENDED, run)))
                        .toList())
                .flatMap(clocks::turn);
    }

    /** 割接. From now on the runs of these orders fire as those of any other. */
    public Uni<Void> goLive(List<Received<WentLive>> told) {
        return clocks.lock(told, live -> Integer.MAX_VALUE, null)
                .map(runs -> told.stream()
                        .flatMap(event -> runs.getOrDefault(event.event().workOrderId(), List.of()).stream()
                                .map(run -> Turned.by(event, ClockTurn.Kind.LIVE, run)))
                        .toList())
                .flatMap(clocks::turn);
    }

    private static List<ClockRun> knownUpTo(
            Map<UUID, List<ClockRun>> locked, Received<? extends WorkOrderEvent> event, int dispatchNo) {
        var runs = locked.getOrDefault(event.event().workOrderId(), List.of());
        if (runs.stream().noneMatch(run -> run.order().dispatchNo() == dispatchNo)) {
            throw new NotYet("the dispatch");
        }
        return runs;
    }

    private static ClockRun run(ClockKind kind, Received<Dispatched> dispatched, PolicyBook book) {
        var event = dispatched.event();
        var matter = new Matter(kind, event.categoryCode(), event.gridCode(), event.urgency());
        var policy = book.ruling(matter, dispatched.happenedAt());
        return new ClockRun(
                UuidCreator.getTimeOrderedEpoch(),
                order(event),
                kind,
                dispatched.partition(),
                policy.id(),
                SlaClock.start(policy.terms(), dispatched.happenedAt()),
                List.of());
    }

    private static ClockedOrder order(Dispatched event) {
        return new ClockedOrder(
                event.workOrderId(),
                event.number(),
                event.dispatchNo(),
                event.round(),
                event.gridCode(),
                event.categoryCode(),
                event.confidential(),
                event.lead(),
                event.imported());
    }
}
