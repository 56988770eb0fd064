package cn.minyi5.escalation.clock.application;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.messaging.OldReceived;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;

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
    public Uni<Void> stop(
            OldReceived<? extends WorkOrderEvent> received, ClockKind kind, int dispatchNo, Transaction tx) {
        return turnOne(received, kind, dispatchNo, ClockTurn.Kind.STOPPED, tx);
    }

    /** @throws Refusal {@code clock.unknown-run} */
    public Uni<Void> runOn(
            OldReceived<? extends WorkOrderEvent> received, ClockKind kind, int dispatchNo, Transaction tx) {
        return turnOne(received, kind, dispatchNo, ClockTurn.Kind.RAN_ON, tx);
    }

    /** Ends all runs up to a dispatch that started before; the one that starts with a ruling is not among them. */
    public Uni<Void> end(OldReceived<? extends WorkOrderEvent> received, int upToDispatchNo, Transaction tx) {
        return clocks.lock(tx, received.event().workOrderId(), upToDispatchNo)
                .map(runs -> runs.stream()
                        .filter(run -> run.clock().startedAt().isBefore(received.happenedAt()))
                        .toList())
                .flatMap(runs -> turn(received, runs, ClockTurn.Kind.ENDED, tx));
    }

    private Uni<Void> turnOne(
            OldReceived<? extends WorkOrderEvent> received,
            ClockKind kind,
            int dispatchNo,
            ClockTurn.Kind turn,
            Transaction tx) {
        Predicate<ClockRun> wanted = run -> run.kind() == kind && run.order().dispatchNo() == dispatchNo;
        return clocks.lock(tx, received.event().workOrderId(), dispatchNo)
                .map(runs -> runs.stream().filter(wanted).toList())
                .invoke(runs -> {
                    if (runs.isEmpty()) {
                        throw Refusal.conflict("clock.unknown-run")
                                .with("workOrder", received.event().workOrderId())
                                .with("dispatchNo", dispatchNo);
                    }
                })
                .flatMap(runs -> turn(received, runs, turn, tx));
    }

    private Uni<Void> turn(
            OldReceived<? extends WorkOrderEvent> received, List<ClockRun> runs, ClockTurn.Kind kind, Transaction tx) {
        var turn = new ClockTurn(kind, received.happenedAt());
        var turned = runs.stream().map(run -> run.turn(kind, turn.at())).toList();
        return clocks.turn(tx, turned, turn, received.id()).chain(() -> clocks.store(tx, turned));
    }
}
