package cn.minyi5.escalation;

import cn.minyi5.contracts.ClockEvent.DueSet;
import cn.minyi5.contracts.ClockEvent.RungReached;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The life of one work order, told as routing tells it. */
final class Story {

    static final String GRID = "370828101001001";

    final UUID id = UUID.randomUUID();
    final String number = "GD20211005-" + id.toString().substring(0, 8);
    private final String category;
    private final String grid;
    private final boolean confidential;
    private boolean imported;
    private String lead;
    private int dispatchNo;
    private int round = 1;

    Story(String category, String lead) {
        this(category, lead, GRID, false, false);
    }

    Story(String category, String lead, String grid, boolean confidential, boolean imported) {
        this.category = category;
        this.lead = lead;
        this.grid = grid;
        this.confidential = confidential;
        this.imported = imported;
    }

    static Story imported(String category, String lead, String grid) {
        return new Story(category, lead, grid, false, true);
    }

    Story dispatched(Instant at) {
        dispatchNo++;
        Events.send(dispatch(), at);
        return this;
    }

    Story dispatchedTo(String department, Instant at) {
        lead = department;
        return dispatched(at);
    }

    WorkOrderEvent.Dispatched dispatch() {
        return new WorkOrderEvent.Dispatched(
                id,
                number,
                dispatchNo,
                round,
                grid,
                category,
                Urgency.NORMAL,
                confidential,
                lead,
                List.of(),
                null,
                imported);
    }

    /** 割接. What is told of it from then on is history no more. */
    Story wentLive(Instant at) {
        imported = false;
        Events.send(new WorkOrderEvent.WentLive(id, false), at);
        return this;
    }

    Story signed(Instant at) {
        Events.send(signature(), at);
        return this;
    }

    WorkOrderEvent.Signed signature() {
        return new WorkOrderEvent.Signed(id, dispatchNo, round, lead, imported);
    }

    Story returnRequested(Instant at) {
        Events.send(
                new WorkOrderEvent.ReturnRequested(id, dispatchNo, round, lead, "不属于本单位", null, null, imported, null),
                at);
        return this;
    }

    Story returnAccepted(Instant at) {
        Events.send(new WorkOrderEvent.ReturnAccepted(id, dispatchNo, round, lead, imported), at);
        return this;
    }

    Story returnRejected(Instant at) {
        Events.send(new WorkOrderEvent.ReturnRejected(id, dispatchNo, round, lead, "属于职责范围", imported, null), at);
        return this;
    }

    /** Then it is for the office, which is told at the same moment. */
    Story returnedAgain(Instant at) {
        returnRequested(at);
        Events.send(new WorkOrderEvent.ArbitrationRequested(id, dispatchNo, round, lead, imported, null), at);
        return this;
    }

    Story ruled(Instant at) {
        Events.send(new WorkOrderEvent.Ruled(id, dispatchNo, round, lead, "会商纪要", imported), at);
        return this;
    }

    Story replied(Instant at) {
        Events.send(new WorkOrderEvent.Replied(id, dispatchNo, round, lead, ResultCode.SOLVED, "已处理", imported), at);
        return this;
    }

    Story replyAccepted(Instant at) {
        Events.send(
                new WorkOrderEvent.ReplyAccepted(
                        id, UUID.randomUUID(), dispatchNo, round, lead, ResultCode.SOLVED, "已处理", imported, null),
                at);
        return this;
    }

    Story withdrawn(Instant at) {
        Events.send(new WorkOrderEvent.Withdrawn(id, round, lead, "问题已自行解决", imported, null), at);
        return this;
    }

    Story replySentBack(Instant at) {
        Events.send(new WorkOrderEvent.ReplySentBack(id, dispatchNo, round, lead, "答复不完整", imported, null), at);
        return this;
    }

    Story closed(Answer solved, Answer satisfied, Instant at) {
        Events.send(new WorkOrderEvent.Closed(id, round, lead, solved, satisfied, imported), at);
        return this;
    }

    Story reworked(Answer satisfied, Instant at) {
        round++;
        Events.send(new WorkOrderEvent.Reworked(id, round, lead, Answer.NO, satisfied, imported), at);
        return dispatched(at);
    }

    /** Rungs that have been published for this order's clocks of a kind, in their order. */
    List<RungReached> rungs(ClockKind clock) {
        return Events.of(RungReached.class, id.toString()).stream()
                .map(Events.Heard::event)
                .filter(rung -> rung.clock() == clock)
                .toList();
    }

    List<Rung> fired(ClockKind clock) {
        return rungs(clock).stream().map(RungReached::rung).toList();
    }

    /** When the order's clocks of a kind have been said to be due, in the order in which it was said. */
    List<Instant> dueTimes(ClockKind clock) {
        return Events.of(DueSet.class, id.toString()).stream()
                .map(Events.Heard::event)
                .filter(due -> due.clock() == clock)
                .map(due -> due.dueAt().toInstant())
                .toList();
    }

    /** The clocks as the supervision office sees them. */
    ValidatableResponse clocks() {
        return People.supervisor()
                .queryParam("work-order", id)
                .get("/api/clocks")
                .then()
                .statusCode(200);
    }
}
