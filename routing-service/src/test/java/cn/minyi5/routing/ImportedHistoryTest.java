package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.CalendarEvent;
import cn.minyi5.contracts.Event;
import cn.minyi5.contracts.HandoverEvent;
import cn.minyi5.contracts.ImportEvent;
import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Channel;
import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.PastStep;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ImportedHistoryTest {

    private static final OffsetDateTime FORWARDED = OffsetDateTime.parse("2021-09-05T10:00:00+08:00");

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void aWholeLifeKeepsItsOriginalMoments() {
        var id = imported(history(Answer.YES));

        var order = County.see(id);
        assertThat(order.getString("state")).isEqualTo("CLOSED");
        assertThat(order.getString("number")).startsWith("GD20210905-");
        assertThat(order.getString("openedAt")).isEqualTo("2021-09-05T10:00:00+08:00");
        assertThat(order.getString("signedAt")).isEqualTo("2021-09-05T12:10:00+08:00");
        assertThat(order.getString("closedAt")).isEqualTo("2021-09-09T10:00:00+08:00");
        assertThat(order.getString("why.clause")).isEqualTo("权责清单（演示）第8条");
        assertThat(order.getList("timeline.by")).containsOnly("历史导入");
        await().atMost(Duration.ofSeconds(20)).until(() -> happenedAt(WorkOrderEvent.Closed.class, id) != null);
        assertThat(happenedAt(WorkOrderEvent.Opened.class, id)).isEqualTo(FORWARDED.toInstant());
        assertThat(happenedAt(WorkOrderEvent.Dispatched.class, id))
                .isEqualTo(FORWARDED.plusMinutes(10).toInstant());
        assertThat(happenedAt(WorkOrderEvent.Signed.class, id))
                .isEqualTo(FORWARDED.plusMinutes(130).toInstant());
        assertThat(happenedAt(WorkOrderEvent.Closed.class, id))
                .isEqualTo(FORWARDED.plusDays(4).toInstant());
        assertThat(Events.of(WorkOrderEvent.Signed.class, id.toString())
                        .get(0)
                        .event()
                        .imported())
                .isTrue();
    }

    @Test
    void historyThatWasNotSolvedStandsInItsSecondRound() {
        var order = County.see(imported(history(Answer.NO)));

        assertThat(order.getString("state")).isEqualTo("AWAITING_SIGN");
        assertThat(order.getInt("round")).isEqualTo(2);
        assertThat(order.getString("dispatchedAt")).isEqualTo("2021-09-09T10:00:00+08:00");
    }

    @Test
    void historyThatEndsEarlyGoesOnLiveAndItsReturnWindowIsLongOver() {
        var holiday = new SpecialDay(LocalDate.of(2021, 10, 1), DayKind.HOLIDAY, "国庆节");
        Events.send(new CalendarEvent.YearPublished(2021, List.of(holiday), "370828"), Instant.now());
        var id = imported(
                new RequestEvent.History(FORWARDED.plusMinutes(10), null, null, null, null, null, null, null, null));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        County.see(County.clerkOf(County.WATER), id).<String>getList("allowed"))
                .containsExactly("SIGN"));

        assertThat(County.returnAsNotOurs(County.WATER, id).jsonPath().getString("code"))
                .isEqualTo("work-order.return-window-closed");
        assertThat(County.sign(id).statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheOrderBringsAlongKeepsItsOriginalValues() {
        var id = imported(open(UUID.randomUUID(), 1));

        var order = County.see(id);
        assertThat(order.getString("channel")).isEqualTo("HOTLINE_12345");
        assertThat(order.getString("externalNumber")).isEqualTo("12345-0007");
        assertThat(order.getString("formerNumber")).isEqualTo("民听301");
        assertThat(order.getString("lead")).isEqualTo("JX04");
        assertThat(order.getList("timeline.action"))
                .containsExactly("OPEN", "DISPATCH", "RETURN", "ACCEPT_RETURN", "DISPATCH");
        assertThat(order.getString("dispatchedAt")).isEqualTo("2021-09-06T10:00:00+08:00");
    }

    @Test
    void whatIsOpenAtTheCutOverIsHandedOverOnceAndLivesOnAsAnyOther() {
        var importId = UUID.randomUUID();
        var first = imported(open(importId, 2));
        Events.send(new ImportEvent.Finished(importId, "370828", FORWARDED.plusDays(30), 3), Instant.now());
        var second = imported(open(importId, 2));
        assertThat(lists(importId)).as("before all of it is known").isEmpty();

        var closed = history(Answer.YES);
        imported(new RequestEvent.History(
                closed.dispatchedAt(),
                closed.signedAt(),
                closed.repliedAt(),
                closed.resultCode(),
                closed.replyText(),
                closed.acceptedAt(),
                closed.followedUpAt(),
                closed.solved(),
                closed.satisfied(),
                brought(importId, List.of())));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(lists(importId)).hasSize(2));
        assertThat(lists(importId)).allSatisfy(list -> {
            assertThat(list.open()).isEqualTo(2);
            assertThat(list.orders())
                    .extracting(HandoverEvent.Order::workOrderId)
                    .containsExactlyInAnyOrder(first, second);
            assertThat(list.orders())
                    .extracting(HandoverEvent.Order::formerNumber)
                    .containsOnly("民听301");
        });
        assertThat(lists(importId))
                .extracting(HandoverEvent.Listed::department)
                .containsExactlyInAnyOrder(null, "JX04");
        assertThat(happenedAt(WorkOrderEvent.WentLive.class, first))
                .isEqualTo(FORWARDED.plusDays(30).toInstant());

        assertThat(County.act(County.clerkOf("JX04"), first, "sign", Map.of()).statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.of(WorkOrderEvent.Signed.class, first.toString()))
                        .extracting(heard -> heard.event().imported())
                        .as("to return is to have received")
                        .containsExactly(true, false));
    }

    private static List<HandoverEvent.Listed> lists(UUID importId) {
        return Events.of(HandoverEvent.Listed.class, importId.toString()).stream()
                .map(Events.Heard::event)
                .toList();
    }

    /** Returned by the first department, and with the next one ever since. @param days after which it was dispatched again */
    private static RequestEvent.History open(UUID importId, int days) {
        var steps = List.of(
                step(PastStep.RETURN, 1, "JX04"),
                step(PastStep.ACCEPT_RETURN, 2, null),
                step(PastStep.DISPATCH, days * 24, "JX04"));
        return new RequestEvent.History(
                FORWARDED.plusMinutes(10), null, null, null, null, null, null, null, null, brought(importId, steps));
    }

    private static RequestEvent.Step step(PastStep step, int hours, String department) {
        return new RequestEvent.Step(step, FORWARDED.plusHours(hours), department, "非本单位职责", null, null, null);
    }

    private static RequestEvent.Brought brought(UUID importId, List<RequestEvent.Step> steps) {
        return new RequestEvent.Brought(
                importId,
                FORWARDED.plusDays(30),
                Channel.HOTLINE_12345,
                "12345-0007",
                "民听301",
                County.WATER,
                List.of(),
                steps);
    }

    private static UUID imported(RequestEvent.History history) {
        var request = County.request(County.ONE_RULE, County.GRID, true, history);
        Events.send(request, FORWARDED.toInstant());
        return County.orderOf(request.requestId());
    }

    private static RequestEvent.History history(Answer solved) {
        return new RequestEvent.History(
                FORWARDED.plusMinutes(10),
                FORWARDED.plusMinutes(130),
                FORWARDED.plusDays(1),
                ResultCode.SOLVED,
                "已更换水表",
                FORWARDED.plusDays(2),
                FORWARDED.plusDays(4),
                solved,
                Answer.YES);
    }

    private static <E extends Event> Instant happenedAt(Class<E> type, UUID id) {
        return Events.of(type, id.toString()).stream()
                .map(Events.Heard::happenedAt)
                .findFirst()
                .orElse(null);
    }
}
