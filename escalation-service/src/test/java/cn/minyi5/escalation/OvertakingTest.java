package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 重放与超车. In whatever order the events of an order come, its clocks are those of the order in which they happened. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class OvertakingTest {

    private static final String GRID = "370828101001001";
    private static final Instant START = Instant.parse("2012-03-05T01:00:00Z");
    private static final int MINUTES_BETWEEN = 7;

    /** A day of signatures, returns and replies, and a dispatch that was refused in the end. */
    private static final List<Function<UUID, WorkOrderEvent>> LIFE = List.of(
            id -> dispatched(id, 1),
            id -> new WorkOrderEvent.Signed(id, 1, 1, "ZJJ", true),
            id -> new WorkOrderEvent.ReturnRequested(id, 1, 1, "ZJJ", "不属于本单位", null, null, true, null),
            id -> new WorkOrderEvent.ReturnAccepted(id, 1, 1, "ZJJ", true),
            id -> dispatched(id, 2),
            id -> new WorkOrderEvent.Signed(id, 2, 1, "ZJJ", true),
            id -> new WorkOrderEvent.Replied(id, 2, 1, "ZJJ", ResultCode.SOLVED, "已处理", true),
            id -> new WorkOrderEvent.ReplySentBack(id, 2, 1, "ZJJ", "答复不完整", true, null),
            id -> new WorkOrderEvent.Replied(id, 2, 1, "ZJJ", ResultCode.SOLVED, "已处理", true));

    private static final List<Function<UUID, WorkOrderEvent>> REFUSED = List.of(
            id -> dispatched(id, 1),
            id -> new WorkOrderEvent.ReturnRequested(id, 1, 1, "ZJJ", "不属于本单位", null, null, true, null),
            id -> new WorkOrderEvent.ReturnAccepted(id, 1, 1, "ZJJ", true),
            id -> new WorkOrderEvent.NotAccepted(id, 1, "OUT_OF_SCOPE", true, null));

    @Inject
    EventTime eventTime;

    @Test
    void anyOrderOfArrivalGivesTheSameClocks() {
        var random = new Random(5);
        for (var life : List.of(LIFE, REFUSED)) {
            var asItHappened =
                    heard(life, IntStream.range(0, life.size()).boxed().toList());
            var shuffled = Stream.generate(() -> shuffled(life.size(), random))
                    .limit(20)
                    .map(arrival -> heard(life, arrival))
                    .toList();
            awaitAllSettled();
            var expected = clocks(asItHappened);
            assertThat(expected).isNotEmpty();
            assertThat(shuffled).allSatisfy(id -> assertThat(clocks(id)).isEqualTo(expected));
        }
        assertThat(eventTime.number("select count(*) from dead_letter where consumer_group = 'escalation.work-orders'"
                        + " and failed_at > now() - interval '1 minute' and reason like 'NotYet%'"))
                .isZero();
    }

    @Test
    void whatComesAfterADeadLetterOfAnOrderCountsOnceTheLetterIsDismissed() {
        var id = UUID.randomUUID();
        Events.sendCounted(dispatched(id, 1), START, 10);
        await().atMost(Duration.ofSeconds(30)).until(() -> clocks(id).size() == 2);
        Events.sendUnreadable(WorkOrderEvent.Signed.class, id.toString(), START.plusSeconds(60), 20);
        Events.sendCounted(LIFE.get(2).apply(id), START.plusSeconds(120), 30);
        await().atMost(Duration.ofSeconds(30)).until(() -> unsettled(id) == 2);
        assertThat(clocks(id)).noneMatch(line -> line.contains("HELD"));

        var letter = eventTime
                .texts("select id::text from dead_letter where key = '" + id + "'")
                .get(0);
        People.administrator()
                .contentType("application/json")
                .body("{\"reason\": \"内容残缺\"}")
                .post("/api/dead-letters/" + letter + "/dismissal")
                .then()
                .statusCode(204);

        await().atMost(Duration.ofSeconds(30)).until(() -> unsettled(id) == 0);
        assertThat(clocks(id)).anyMatch(line -> line.contains("HELD"));
    }

    private static UUID heard(List<Function<UUID, WorkOrderEvent>> life, List<Integer> arrival) {
        var id = UUID.randomUUID();
        arrival.forEach(n -> Events.sendCounted(
                life.get(n).apply(id), START.plus(Duration.ofMinutes((long) n * MINUTES_BETWEEN)), n * 10L));
        return id;
    }

    private static List<Integer> shuffled(int size, Random random) {
        var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }

    private void awaitAllSettled() {
        eventTime.passUntil(START.plus(Duration.ofDays(1)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> eventTime.number("select count(*) from set_aside where next_try_at is not null") == 0);
    }

    private long unsettled(UUID id) {
        return eventTime.number("select count(*) from unsettled_event where key = '" + id + "'");
    }

    /** What the department's clocks say, each with its turns. */
    private List<String> clocks(UUID id) {
        return eventTime.texts(
                """
                select concat_ws(' ', kind, dispatch_no, started_at, due_at, stopped_at, ended_at, turns, turned_at)
                from clock_run where work_order_id = '%s' and kind in ('SIGN', 'REPLY') order by dispatch_no, kind"""
                        .formatted(id));
    }

    private static WorkOrderEvent.Dispatched dispatched(UUID id, int dispatchNo) {
        return new WorkOrderEvent.Dispatched(
                id, "GD-" + id, dispatchNo, 1, GRID, "GS02", Urgency.NORMAL, false, "ZJJ", List.of(), null, true);
    }
}
