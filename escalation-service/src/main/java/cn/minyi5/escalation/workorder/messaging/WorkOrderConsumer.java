package cn.minyi5.escalation.workorder.messaging;

import static cn.minyi5.contracts.language.ClockKind.REPLY;
import static cn.minyi5.contracts.language.ClockKind.SIGN;

import cn.minyi5.contracts.WorkOrderEvent.Closed;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.WorkOrderEvent.NotAccepted;
import cn.minyi5.contracts.WorkOrderEvent.Replied;
import cn.minyi5.contracts.WorkOrderEvent.ReplySentBack;
import cn.minyi5.contracts.WorkOrderEvent.ReturnAccepted;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRejected;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRequested;
import cn.minyi5.contracts.WorkOrderEvent.Reworked;
import cn.minyi5.contracts.WorkOrderEvent.Ruled;
import cn.minyi5.contracts.WorkOrderEvent.Signed;
import cn.minyi5.escalation.clock.application.StartClocks;
import cn.minyi5.escalation.clock.application.TurnClocks;
import cn.minyi5.escalation.figures.application.CopyWorkOrders;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.OldReactions;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * What each event in the life of a work order (DOMAIN §4) does to its clocks (DOMAIN §5) and to the copies for figures
 * (DOMAIN §6). A watermark is noted only after all before it on the partition has been handled or set aside.
 */
@ApplicationScoped
class WorkOrderConsumer {

    private final StartClocks startClocks;
    private final TurnClocks turnClocks;
    private final CopyWorkOrders copyWorkOrders;

    private final Reactions reactions;

    WorkOrderConsumer(Inbox inbox, StartClocks startClocks, TurnClocks turnClocks, CopyWorkOrders copyWorkOrders) {
        this.startClocks = startClocks;
        this.turnClocks = turnClocks;
        this.copyWorkOrders = copyWorkOrders;
        this.reactions = reactions().in(inbox.group("escalation.work-orders")).followingWatermarks();
    }

    @Incoming("work-orders")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }

    private OldReactions reactions() {
        return OldReactions.on(Dispatched.class, (received, tx) -> startClocks
                        .handle(received, tx)
                        .chain(() -> copyWorkOrders.onDispatched(received, tx)))
                .and(
                        Signed.class,
                        (received, tx) ->
                                turnClocks.stop(received, SIGN, received.event().dispatchNo(), tx))
                // A department whose return is rejected and that had not signed counts as having signed then.
                .and(
                        ReturnRejected.class,
                        (received, tx) ->
                                turnClocks.stop(received, SIGN, received.event().dispatchNo(), tx))
                .and(
                        Replied.class,
                        (received, tx) -> turnClocks.stop(
                                received, REPLY, received.event().dispatchNo(), tx))
                .and(
                        ReplySentBack.class,
                        (received, tx) -> turnClocks.runOn(
                                received, REPLY, received.event().dispatchNo(), tx))
                .and(
                        ReturnAccepted.class,
                        (received, tx) ->
                                turnClocks.end(received, received.event().dispatchNo(), tx))
                .and(
                        Ruled.class,
                        (received, tx) ->
                                turnClocks.end(received, received.event().dispatchNo(), tx))
                .and(NotAccepted.class, (received, tx) -> turnClocks.end(received, Integer.MAX_VALUE, tx))
                .and(ReturnRequested.class, copyWorkOrders::onReturned)
                .and(Reworked.class, copyWorkOrders::onReworked)
                .and(Closed.class, copyWorkOrders::onClosed);
    }
}
