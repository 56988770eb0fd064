package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.WorkOrderDiversionEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Says what routing would say about the work order of one request. */
final class RoutingVoice {

    static final Instant ANSWERED = Instant.parse("2021-10-07T08:00:00Z");

    final UUID orderId = UUID.randomUUID();
    private final UUID requestId;

    RoutingVoice(UUID requestId) {
        this.requestId = requestId;
    }

    RoutingVoice opens(County.Team team) {
        return says(new WorkOrderEvent.Opened(
                orderId,
                "GD-" + orderId,
                requestId,
                team.grid(),
                County.WATER,
                Urgency.NORMAL,
                false,
                OffsetDateTime.parse("2021-10-05T09:00:00+08:00"),
                false,
                false));
    }

    RoutingVoice dispatches(String department, int round) {
        return dispatches(department, List.of(), round);
    }

    RoutingVoice dispatches(String department, List<String> assisting, int round) {
        return says(new WorkOrderEvent.Dispatched(
                orderId,
                "GD-" + orderId,
                round,
                round,
                "370828101201001",
                County.WATER,
                Urgency.NORMAL,
                false,
                department,
                assisting,
                null,
                false));
    }

    RoutingVoice acceptsReturn(String department) {
        return says(new WorkOrderEvent.ReturnAccepted(orderId, 1, 1, department, false));
    }

    RoutingVoice acceptsReply(String department, int round, String text) {
        return says(new WorkOrderEvent.ReplyAccepted(
                orderId, requestId, round, round, department, ResultCode.SOLVED, text, false, null));
    }

    RoutingVoice reworks(String department, int round) {
        return says(new WorkOrderEvent.Reworked(orderId, round, department, Answer.NO, Answer.NO, false));
    }

    RoutingVoice closes(String department, int round) {
        return says(new WorkOrderEvent.Closed(orderId, round, department, Answer.YES, Answer.YES, false));
    }

    RoutingVoice withdraws(String department) {
        return says(new WorkOrderEvent.Withdrawn(orderId, 1, department, "问题已自行解决", false, null));
    }

    RoutingVoice mergesInto(RoutingVoice parent) {
        return says(new WorkOrderDiversionEvent.Merged(
                orderId,
                requestId,
                1,
                parent.orderId,
                "GD-" + parent.orderId,
                parent.requestId,
                "同一小区同一停水问题",
                false,
                null));
    }

    RoutingVoice returnsFrom(RoutingVoice parent) {
        return says(new WorkOrderDiversionEvent.Unmerged(
                orderId,
                requestId,
                1,
                parent.orderId,
                "GD-" + parent.orderId,
                parent.requestId,
                "WITHDRAWN",
                false,
                null));
    }

    RoutingVoice answersOutside(String text) {
        return says(new WorkOrderDiversionEvent.AnsweredOutside(
                orderId, requestId, 1, "SZ12345-1", ResultCode.SOLVED, text, false, null));
    }

    RoutingVoice reopens(String department, int round) {
        return says(new WorkOrderEvent.Reopened(orderId, round, department, "又停水", false, null));
    }

    RoutingVoice says(WorkOrderEvent event) {
        Events.send(event, ANSWERED);
        return this;
    }

    void awaitState(County.Team team, String state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> as(team.secretary())
                .get("/api/requests/{id}", requestId)
                .<String>path("state")
                .equals(state));
    }
}
