package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.clock.Clocks.Turned;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.messaging.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns clocks when what they wait for happens. A turn whose run is not known, because its dispatch could not be handled,
 * is refused and becomes a dead letter: replaying both, in either order of their turns, gives the same clock.
 */
@ApplicationScoped
public class TurnClocks {

    private final Clocks clocks;

    TurnClocks(Clocks clocks) {
        this.clocks = clocks;
    }

    /** @throws Refusal {@code clock.unknown-run} */
    public <E extends WorkOrderEvent> Uni<Void> stop(
            ClockKind kind, List<Received<E>> received, ToIntFunction<E> dispatchNo) {
        return turnOneEach(ClockTurn.Kind.STOPPED, kind, received, dispatchNo);
    }

    /** @throws Refusal {@code clock.unknown-run} */
    public <E extends WorkOrderEvent> Uni<Void> runOn(
            ClockKind kind, List<Received<E>> received, ToIntFunction<E> dispatchNo) {
        return turnOneEach(ClockTurn.Kind.RAN_ON, kind, received, dispatchNo);
    }

    /** Ends all runs up to a dispatch that started before; the one that starts with a ruling is not among them. */
    public <E extends WorkOrderEvent> Uni<Void> end(List<Received<E>> received, ToIntFunction<E> upToDispatchNo) {
        return clocks.lockUpTo(workOrders(received), numbers(received, upToDispatchNo))
                .map(runs -> {
                    var byOrder = runs.stream()
                            .collect(Collectors.groupingBy(run -> run.order().workOrderId()));
                    return received.stream()
                            .flatMap(event -> ended(event, byOrder.getOrDefault(workOrder(event), List.of())))
                            .toList();
                })
                .flatMap(clocks::turn);
    }

    private static Stream<Turned> ended(Received<?> event, List<ClockRun> runs) {
        return runs.stream()
                .filter(run -> run.clock().startedAt().isBefore(event.happenedAt()))
                .map(run -> turned(run, ClockTurn.Kind.ENDED, event));
    }

    private <E extends WorkOrderEvent> Uni<Void> turnOneEach(
            ClockTurn.Kind turn, ClockKind kind, List<Received<E>> received, ToIntFunction<E> dispatchNo) {
        return clocks.lock(workOrders(received), numbers(received, dispatchNo), kind)
                .map(runs -> {
                    var byOrder = runs.stream()
                            .collect(Collectors.toMap(run -> run.order().workOrderId(), Function.identity()));
                    return received.stream()
                            .map(event -> Optional.ofNullable(byOrder.get(workOrder(event)))
                                    .map(run -> turned(run, turn, event))
                                    .orElseThrow(() -> Refusal.conflict("clock.unknown-run")
                                            .with("workOrder", workOrder(event))
                                            .with("dispatchNo", dispatchNo.applyAsInt(event.event()))))
                            .toList();
                })
                .flatMap(clocks::turn);
    }

    private static Turned turned(ClockRun run, ClockTurn.Kind kind, Received<?> event) {
        return new Turned(run.turn(kind, event.happenedAt()), new ClockTurn(kind, event.happenedAt()), event.id());
    }

    private static UUID workOrder(Received<? extends WorkOrderEvent> event) {
        return event.event().workOrderId();
    }

    private static <E extends WorkOrderEvent> List<UUID> workOrders(List<Received<E>> received) {
        return received.stream().map(TurnClocks::workOrder).toList();
    }

    private static <E extends WorkOrderEvent> List<Integer> numbers(
            List<Received<E>> received, ToIntFunction<E> number) {
        return received.stream().map(event -> number.applyAsInt(event.event())).toList();
    }
}
