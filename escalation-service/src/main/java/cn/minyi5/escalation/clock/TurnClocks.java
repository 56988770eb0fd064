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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    public <E extends WorkOrderEvent> Uni<Void> stop(
            ClockKind kind, List<Received<E>> told, ToIntFunction<E> dispatchNo) {
        return turnOneEach(ClockTurn.Kind.STOPPED, kind, told, dispatchNo);
    }

    public <E extends WorkOrderEvent> Uni<Void> runOn(
            ClockKind kind, List<Received<E>> told, ToIntFunction<E> dispatchNo) {
        return turnOneEach(ClockTurn.Kind.RAN_ON, kind, told, dispatchNo);
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

    private <E extends WorkOrderEvent> Uni<Void> turnOneEach(
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

    /** By work order. */
    private <E extends WorkOrderEvent> Uni<Map<UUID, List<ClockRun>>> locked(
            List<Received<E>> told, ToIntFunction<E> dispatchNo, @Nullable ClockKind kind) {
        var workOrders = told.stream().map(TurnClocks::workOrder).toList();
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
