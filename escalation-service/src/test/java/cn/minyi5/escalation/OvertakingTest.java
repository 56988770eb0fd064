package cn.minyi5.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.CatalogueEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Two departments in the first round, two in the second, one in the third; each follow-up answers the last of its. */
    private static final List<Function<UUID, WorkOrderEvent>> ROUNDS = List.of(
            id -> dispatched(id, 1),
            id -> new WorkOrderEvent.ReturnAccepted(id, 1, 1, "ZJJ", true),
            id -> dispatched(id, 2),
            id -> new WorkOrderEvent.Reworked(id, 2, "ZJJ", Answer.NO, Answer.NO, true),
            id -> dispatched(id, 3, 2),
            id -> new WorkOrderEvent.ReturnAccepted(id, 3, 2, "ZJJ", true),
            id -> dispatched(id, 4, 2),
            id -> new WorkOrderEvent.Reworked(id, 3, "ZJJ", Answer.NO, Answer.YES, true),
            id -> dispatched(id, 5, 3),
            id -> new WorkOrderEvent.Closed(id, 3, "ZJJ", Answer.YES, Answer.NO, true));

    /** Whose citizen gives up while the desk looks at the reply. */
    private static final List<Function<UUID, WorkOrderEvent>> WITHDRAWN = List.of(
            id -> dispatched(id, 1),
            id -> new WorkOrderEvent.Signed(id, 1, 1, "ZJJ", true),
            id -> new WorkOrderEvent.Replied(id, 1, 1, "ZJJ", ResultCode.SOLVED, "已修好", true),
            id -> new WorkOrderEvent.Withdrawn(id, 1, "ZJJ", "问题已自行解决", true, null));

    @Inject
    EventTime eventTime;

    @Test
    void anyOrderOfArrivalCountsAFollowUpWithTheRoundThatItAnswered() {
        var random = new Random(7);
        var shuffled = Stream.generate(() -> shuffled(ROUNDS.size(), random))
                .limit(60)
                .map(arrival -> heard(ROUNDS, arrival))
                .toList();
        awaitAllSettled();

        assertThat(shuffled).allSatisfy(id -> assertThat(eventTime.texts(
                        """
                                select concat_ws(' ', dispatch_no, solved, satisfied) from follow_up_copy
                                where work_order_id = '%s' order by dispatch_no"""
                                .formatted(id)))
                .containsExactly("2 NO NO", "4 NO YES", "5 YES NO"));
    }

    @Test
    void anOlderCatalogueThatIsReplayedRenamesNobody() {
        catalogue("370851", "住建局", START.plusSeconds(60));
        catalogue("370851", "旧建设局", START);
        catalogue("370852", "邻县住建局", START);

        await().atMost(Duration.ofSeconds(30)).until(() -> !names("370852").isEmpty());
        assertThat(names("370851")).containsExactly("住建局");
    }

    @Test
    void anyOrderOfArrivalGivesTheSameClocks() {
        var random = new Random(5);
        for (var life : List.of(LIFE, REFUSED, WITHDRAWN)) {
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

    private static void catalogue(String division, String name, Instant at) {
        var departments = List.of(new CatalogueEvent.Department("ZJJ", name, division));
        Events.send(new CatalogueEvent.Published(1, LocalDate.of(2012, 1, 1), 1, departments, division, List.of()), at);
    }

    private List<String> names(String division) {
        return eventTime.texts("select name from department_name where division = '%s'".formatted(division));
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
        return dispatched(id, dispatchNo, 1);
    }

    private static WorkOrderEvent.Dispatched dispatched(UUID id, int dispatchNo, int round) {
        return new WorkOrderEvent.Dispatched(
                id, "GD-" + id, dispatchNo, round, GRID, "GS02", Urgency.NORMAL, false, "ZJJ", List.of(), null, true);
    }
}
