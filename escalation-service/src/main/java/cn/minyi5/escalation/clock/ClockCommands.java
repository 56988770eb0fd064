package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.clock.Clocks.Turned;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.escalation.clock.domain.ClockedOrder;
import cn.minyi5.escalation.clock.domain.SlaClock;
import cn.minyi5.escalation.policy.SlaPolicies;
import cn.minyi5.escalation.policy.domain.PolicyBook;
import cn.minyi5.escalation.policy.domain.PolicyBook.Matter;
import cn.minyi5.messaging.Received;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Starts clocks when orders are dispatched, and turns them when what they wait for happens. A turn whose run is not
 * known, because its dispatch could not be handled, is refused and becomes a dead letter: replaying both, in either order
 * of their turns, gives the same clock.
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
                        .flatMap(dispatched ->
                                Arrays.stream(ClockKind.values()).map(kind -> run(kind, dispatched, book)))
                        .toList())
                .flatMap(clocks::start);
    }

    /** Turns one run for each: the one of the kind and of the very dispatch. */
    public <E extends WorkOrderEvent> Uni<Void> turn(
            ClockTurn.Kind turn, ClockKind kind, List<Received<E>> told, ToIntFunction<E> dispatchNo) {
        return locked(told, dispatchNo, kind)
                .map(runs -> told.stream()
                        .map(event -> Optional.ofNullable(runs.get(workOrder(event)))
                                .map(run -> turned(run.get(0), turn, event))
                                .orElseThrow(() -> Refusal.conflict("clock.unknown-run")
                                        .with("workOrder", workOrder(event))
                                        .with("dispatchNo", dispatchNo.applyAsInt(event.event()))))
                        .toList())
                .flatMap(clocks::turn);
    }

    /** Ends all runs up to a dispatch that started before; the one that starts with a ruling is not among them. */
    public <E extends WorkOrderEvent> Uni<Void> end(List<Received<E>> told, ToIntFunction<E> upToDispatchNo) {
        return locked(told, upToDispatchNo, null)
                .map(runs -> told.stream()
                        .flatMap(event -> runs.getOrDefault(workOrder(event), List.of()).stream()
                                .filter(run -> run.clock().startedAt().isBefore(event.happenedAt()))
                                .map(run -> turned(run, ClockTurn.Kind.ENDED, event)))
                        .toList())
                .flatMap(clocks::turn);
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

    /** By work order. */
    private <E extends WorkOrderEvent> Uni<Map<UUID, List<ClockRun>>> locked(
            List<Received<E>> told, ToIntFunction<E> dispatchNo, @Nullable ClockKind kind) {
        var workOrders = told.stream().map(ClockCommands::workOrder).toList();
        var dispatchNos =
                told.stream().map(event -> dispatchNo.applyAsInt(event.event())).toList();
        return clocks.lock(workOrders, dispatchNos, kind).map(runs -> runs.stream()
                .collect(Collectors.groupingBy(run -> run.order().workOrderId())));
    }

    private static Turned turned(ClockRun run, ClockTurn.Kind kind, Received<?> event) {
        return new Turned(run.turn(kind, event.happenedAt()), new ClockTurn(kind, event.happenedAt()), event.id());
    }

    private static UUID workOrder(Received<? extends WorkOrderEvent> event) {
        return event.event().workOrderId();
    }
}
