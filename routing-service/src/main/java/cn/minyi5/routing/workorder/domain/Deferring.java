package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.WorkOrderDeferralEvent.Extended;
import cn.minyi5.contracts.WorkOrderDeferralEvent.ExtensionDenied;
import cn.minyi5.contracts.WorkOrderDeferralEvent.ExtensionRequested;
import cn.minyi5.contracts.WorkOrderDeferralEvent.Resumed;
import cn.minyi5.contracts.WorkOrderDeferralEvent.Suspended;
import cn.minyi5.contracts.WorkOrderDeferralEvent.SuspensionDenied;
import cn.minyi5.contracts.WorkOrderDeferralEvent.SuspensionProposed;
import cn.minyi5.contracts.WorkOrderDeferralEvent.WaitingBegan;
import cn.minyi5.contracts.WorkOrderDeferralEvent.WaitingEnded;
import cn.minyi5.contracts.WorkOrderEvent.Facts;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 延期、等待与挂账. What keeps the lead from answering in time, and who agrees to that. */
public sealed interface Deferring permits WorkOrder {

    WorkOrder order();

    /** 申请延期. @param until a day of Asia/Shanghai */
    default Transition askForExtension(LocalDate until, @Nullable String reason, Deed deed) {
        var order = order().moved(Action.ASK_EXTENSION, deed);
        var words = Words.reason(reason, "reason");
        var said = deed.said(words);
        var asking = order.deferral().asking(until, said, deed.day());
        var asked = Run.of(order)
                .tell((id, no, round, lead, imported, facts) ->
                        new ExtensionRequested(id, no, round, lead, until, said, imported, facts));
        return order.with(order.handling().with(asking))
                .by(Action.ASK_EXTENSION, deed, order.lead(), until + "：" + words, asked);
    }

    default Transition grantExtension(@Nullable String words, Deed deed) {
        var order = order().moved(Action.GRANT_EXTENSION, deed);
        var until = order.deferral().asked();
        var granted = order.handling().with(order.deferral().ruledOnExtension(true));
        var extended = Run.of(order)
                .tell((id, no, round, lead, imported, facts) ->
                        new Extended(id, no, round, lead, until, imported, facts));
        var said = words == null ? until.toString() : until + "：" + words;
        return order.with(granted).by(Action.GRANT_EXTENSION, deed, order.lead(), said, extended);
    }

    default Transition denyExtension(@Nullable String reason, Deed deed) {
        var order = order().moved(Action.DENY_EXTENSION, deed);
        var until = order.deferral().asked();
        var words = Words.reason(reason, "reason");
        var denied = Run.of(order)
                .tell((id, no, round, lead, imported, facts) ->
                        new ExtensionDenied(id, no, round, lead, until, deed.said(words), imported, facts));
        return order.with(order.handling().with(order.deferral().ruledOnExtension(false)))
                .by(Action.DENY_EXTENSION, deed, order.lead(), words, denied);
    }

    /** 等待群众. @param contactLog how the citizen was asked, and for what */
    default Transition beginWaiting(@Nullable String contactLog, Deed deed) {
        var order = order().moved(Action.BEGIN_WAITING, deed);
        var waiting = order.deferral().waiting(deed.at());
        var words = Words.reason(contactLog, "contactLog");
        var began = Run.of(order)
                .tell((id, no, round, lead, imported, facts) -> new WaitingBegan(id, no, round, lead, imported));
        return order.with(order.handling().with(waiting)).by(Action.BEGIN_WAITING, deed, order.lead(), words, began);
    }

    default Transition endWaiting(@Nullable String words, Deed deed) {
        var order = order().moved(Action.END_WAITING, deed);
        var noMore = order.deferral().waitingNoMore();
        var ended = Run.of(order)
                .tell((id, no, round, lead, imported, facts) -> new WaitingEnded(id, no, round, lead, imported));
        return order.with(order.handling().with(noMore)).by(Action.END_WAITING, deed, order.lead(), words, ended);
    }

    /** 申请挂账. For the supervision office to agree to. */
    default Transition proposeSuspension(Suspension.Kind kind, String plan, LocalDate reviewOn, Deed deed) {
        var order = order().moved(Action.PROPOSE_SUSPENSION, deed);
        var proposal = Suspension.proposed(kind, plan, reviewOn, deed.day()).said(deed);
        var proposing = order.handling().with(order.deferral().proposing(proposal));
        var proposed = Run.of(order)
                .tell((id, no, round, lead, imported, facts) -> new SuspensionProposed(
                        id, no, round, lead, kind.name(), proposal.plan(), reviewOn, imported, facts));
        var words = "%s，%s：%s".formatted(kind, reviewOn, plan);
        return order.with(proposing).by(Action.PROPOSE_SUSPENSION, deed, order.lead(), words, proposed);
    }

    default Transition suspend(@Nullable String words, Deed deed) {
        var before = order();
        var order = before.moved(Action.SUSPEND, deed);
        var agreed = before.deferral().suspended(deed.at());
        var plan = before.deferral().proposed();
        var suspended = Run.of(order)
                .tell((id, no, round, lead, imported, facts) -> new Suspended(
                        id, no, round, lead, plan.kind().name(), plan.plan(), plan.reviewOn(), imported, facts));
        return order.with(order.handling().with(agreed))
                .by(Action.SUSPEND, deed, order.lead(), words, before.endingTheWait(suspended));
    }

    default Transition denySuspension(@Nullable String reason, Deed deed) {
        var order = order().moved(Action.DENY_SUSPENSION, deed);
        order.deferral().proposed();
        var words = Words.reason(reason, "reason");
        var denied = Run.of(order)
                .tell((id, no, round, lead, imported, facts) ->
                        new SuspensionDenied(id, no, round, lead, deed.said(words), imported, facts));
        return order.with(order.handling().with(order.deferral().proposalDenied()))
                .by(Action.DENY_SUSPENSION, deed, order.lead(), words, denied);
    }

    /** 销账恢复. */
    default Transition resume(@Nullable String reason, Deed deed) {
        var order = order().moved(Action.RESUME, deed);
        var words = Words.reason(reason, "reason");
        var resumed = Run.of(order)
                .tell((id, no, round, lead, imported, facts) ->
                        new Resumed(id, no, round, lead, deed.said(words), imported, facts));
        return order.by(Action.RESUME, deed, order.lead(), words, resumed);
    }

    /** What each of these events says first and last: whose run of the clocks it is about. */
    record Run(WorkOrder order) {

        interface Told<E> {
            E of(UUID id, int dispatchNo, int round, String lead, boolean imported, Facts facts);
        }

        static Run of(WorkOrder order) {
            return new Run(order);
        }

        <E> E tell(Told<E> event) {
            var origin = order.origin();
            return event.of(
                    order.id(),
                    order.dispatches(),
                    order.round(),
                    order.leadInForce(),
                    origin.imported(),
                    origin.facts());
        }
    }
}
