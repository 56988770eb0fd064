package cn.minyi5.notification;

import cn.minyi5.contracts.ClockEvent;
import cn.minyi5.contracts.Event;
import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One work order as the other services tell of it. */
final class Story {

    static final OffsetDateTime DUE = OffsetDateTime.parse("2026-11-05T11:00:00+08:00");

    final UUID workOrderId = UUID.randomUUID();
    final UUID requestId = UUID.randomUUID();
    final String number;
    private final Office office;
    private final boolean confidential;
    private final boolean imported;

    private Story(Office office, boolean confidential, boolean imported) {
        this.office = office;
        this.confidential = confidential;
        this.imported = imported;
        this.number = "2026-" + workOrderId.toString().substring(0, 6);
    }

    static Story of(Office office) {
        return new Story(office, false, false);
    }

    static Story confidential(Office office) {
        return new Story(office, true, false);
    }

    static Story imported(Office office) {
        return new Story(office, false, true);
    }

    void dispatched() {
        dispatched(imported);
    }

    void dispatchedIn(String grid) {
        tell(dispatchedIn(grid, imported));
    }

    void dispatched(boolean asImported) {
        tell(dispatchedIn(Office.GRID, asImported));
    }

    WorkOrderEvent.Dispatched dispatchedIn(String grid, boolean asImported) {
        return new WorkOrderEvent.Dispatched(
                workOrderId,
                number,
                1,
                1,
                grid,
                "GS02",
                Urgency.NORMAL,
                confidential,
                office.department,
                List.of(),
                null,
                asImported);
    }

    void dispatchedTo(String department) {
        tell(new WorkOrderEvent.Dispatched(
                workOrderId,
                number,
                1,
                1,
                Office.GRID,
                "GS02",
                Urgency.NORMAL,
                confidential,
                department,
                List.of(),
                null,
                imported));
    }

    void queued() {
        tell(new WorkOrderEvent.Opened(
                workOrderId,
                number,
                requestId,
                Office.GRID,
                "GS02",
                Urgency.NORMAL,
                confidential,
                DUE,
                imported,
                true));
    }

    void returnRejected() {
        tell(new WorkOrderEvent.ReturnRejected(workOrderId, 1, 1, office.department, "属于职责范围", imported, facts()));
    }

    void arbitrationRequested() {
        tell(new WorkOrderEvent.ArbitrationRequested(workOrderId, 1, 1, office.department, imported, facts()));
    }

    void replySentBack() {
        tell(new WorkOrderEvent.ReplySentBack(workOrderId, 1, 1, office.department, "没有联系群众", imported, facts()));
    }

    void notAccepted() {
        tell(new WorkOrderEvent.NotAccepted(workOrderId, 1, "IN_COURT", imported, facts()));
    }

    void withdrawn() {
        tell(new WorkOrderEvent.Withdrawn(workOrderId, 1, office.department, "问题已自行解决", imported, facts()));
    }

    void returnRequested() {
        tell(returned());
    }

    WorkOrderEvent.ReturnRequested returned() {
        return new WorkOrderEvent.ReturnRequested(
                workOrderId, 1, 1, office.department, "不属本单位职责", null, null, imported, facts());
    }

    void replyAccepted() {
        replyAccepted(facts());
    }

    void replyAccepted(WorkOrderEvent.@Nullable Facts facts) {
        tell(new WorkOrderEvent.ReplyAccepted(
                workOrderId, requestId, 1, 1, office.department, ResultCode.SOLVED, "已修好", imported, facts));
    }

    private WorkOrderEvent.Facts facts() {
        return new WorkOrderEvent.Facts(number, Office.GRID, confidential, office.team);
    }

    ClockEvent.RungReached rung(Rung rung) {
        return new ClockEvent.RungReached(
                workOrderId,
                number,
                ClockKind.SIGN,
                1,
                1,
                rung,
                office.department,
                Office.GRID,
                "GS02",
                confidential,
                DUE,
                DUE,
                false);
    }

    void reached(Rung rung) {
        tell(rung(rung));
    }

    void noticeIssued() {
        tell(new NoticeEvent.Issued(
                UUID.randomUUID(),
                2026,
                3,
                workOrderId,
                number,
                ClockKind.SIGN,
                1,
                office.department,
                Office.GRID,
                "GS02",
                confidential,
                DUE));
    }

    private static void tell(Event event) {
        Events.send(event, Instant.now());
    }
}
