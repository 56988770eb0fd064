package cn.minyi5.escalation.clock.messaging;

import static cn.minyi5.contracts.language.ClockKind.ARBITRATION;
import static cn.minyi5.contracts.language.ClockKind.REPLY;
import static cn.minyi5.contracts.language.ClockKind.REVIEW;
import static cn.minyi5.contracts.language.ClockKind.SIGN;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.ENDED;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.HELD;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.RAN_ON;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.RELEASED;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.STOPPED;

import cn.minyi5.contracts.WorkOrderDeferralEvent.Resumed;
import cn.minyi5.contracts.WorkOrderDeferralEvent.Suspended;
import cn.minyi5.contracts.WorkOrderEvent.ArbitrationRequested;
import cn.minyi5.contracts.WorkOrderEvent.Closed;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.WorkOrderEvent.NotAccepted;
import cn.minyi5.contracts.WorkOrderEvent.Replied;
import cn.minyi5.contracts.WorkOrderEvent.ReplyAccepted;
import cn.minyi5.contracts.WorkOrderEvent.ReplySentBack;
import cn.minyi5.contracts.WorkOrderEvent.ReturnAccepted;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRejected;
import cn.minyi5.contracts.WorkOrderEvent.ReturnRequested;
import cn.minyi5.contracts.WorkOrderEvent.Reworked;
import cn.minyi5.contracts.WorkOrderEvent.Ruled;
import cn.minyi5.contracts.WorkOrderEvent.Signed;
import cn.minyi5.contracts.WorkOrderEvent.WentLive;
import cn.minyi5.contracts.WorkOrderEvent.Withdrawn;
import cn.minyi5.escalation.clock.ClockCommands;
import cn.minyi5.escalation.clock.DecisionClocks;
import cn.minyi5.escalation.figures.Copies;
import cn.minyi5.messaging.Inbox;
import cn.minyi5.messaging.Reactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * What each event in the life of a work order (DOMAIN §4) does to its clocks (DOMAIN §5) and to the copies for figures
 * (DOMAIN §6). A watermark counts only after all before it on the partition has been handled or set aside.
 */
@ApplicationScoped
class WorkOrderConsumer {

    private final Reactions reactions;

    WorkOrderConsumer(Inbox inbox, ClockCommands clocks, DecisionClocks decisions, Copies copies) {
        reactions = inbox.group("escalation.work-orders")
                .to(Dispatched.class, (told, now) -> clocks.start(told).chain(() -> copies.dispatched(told)))
                .to(Signed.class, (told, now) -> clocks.turn(STOPPED, SIGN, told, Signed::dispatchNo))
                // To return is to have received. A rejection does not move that.
                .to(ReturnRequested.class, (told, now) -> clocks.turn(STOPPED, SIGN, told, ReturnRequested::dispatchNo)
                        .chain(() -> clocks.turn(HELD, REPLY, told, ReturnRequested::dispatchNo))
                        .chain(() -> decisions.submit(REVIEW, told, ReturnRequested::dispatchNo))
                        .chain(() -> copies.returned(told)))
                // Follows the return at its very moment: it is not the desk that decides.
                .to(ArbitrationRequested.class, (told, now) -> decisions
                        .decide(ENDED, REVIEW, told, ArbitrationRequested::dispatchNo)
                        .chain(() -> decisions.submit(ARBITRATION, told, ArbitrationRequested::dispatchNo)))
                .to(ReturnRejected.class, (told, now) -> clocks.turn(RELEASED, REPLY, told, ReturnRejected::dispatchNo)
                        .chain(() -> decisions.decide(STOPPED, REVIEW, told, ReturnRejected::dispatchNo))
                        .chain(() -> copies.returnRejected(told)))
                .to(Replied.class, (told, now) -> clocks.turn(STOPPED, REPLY, told, Replied::dispatchNo)
                        .chain(() -> decisions.submit(REVIEW, told, Replied::dispatchNo)))
                .to(ReplySentBack.class, (told, now) -> clocks.turn(RAN_ON, REPLY, told, ReplySentBack::dispatchNo)
                        .chain(() -> decisions.decide(STOPPED, REVIEW, told, ReplySentBack::dispatchNo)))
                // Stops nothing that runs: the log of the department's clock keeps that the desk has decided.
                .to(ReplyAccepted.class, (told, now) -> clocks.turn(STOPPED, REPLY, told, ReplyAccepted::dispatchNo)
                        .chain(() -> decisions.decide(STOPPED, REVIEW, told, ReplyAccepted::dispatchNo)))
                .to(ReturnAccepted.class, (told, now) -> clocks.end(told, ReturnAccepted::dispatchNo)
                        .chain(() -> decisions.decide(STOPPED, REVIEW, told, ReturnAccepted::dispatchNo))
                        .chain(() -> copies.returnAccepted(told)))
                .to(Ruled.class, (told, now) -> clocks.end(told, Ruled::dispatchNo)
                        .chain(() -> decisions.decide(STOPPED, ARBITRATION, told, Ruled::dispatchNo)))
                // Nobody can go on with it: what was passed meanwhile fires once somebody can.
                .to(Suspended.class, (told, now) -> clocks.turn(HELD, REPLY, told, Suspended::dispatchNo))
                .to(Resumed.class, (told, now) -> clocks.turn(RELEASED, REPLY, told, Resumed::dispatchNo))
                .to(NotAccepted.class, (told, now) -> clocks.refuse(told))
                .to(Withdrawn.class, (told, now) -> clocks.withdraw(told))
                .to(WentLive.class, (told, now) -> clocks.goLive(told))
                .to(Reworked.class, (told, now) -> copies.reworked(told))
                .to(Closed.class, (told, now) -> copies.closed(told))
                .followingWatermarks();
    }

    @Incoming("work-orders")
    Uni<Void> hear(ConsumerRecords<String, byte[]> batch) {
        return reactions.hear(batch);
    }
}
