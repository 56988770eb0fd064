package cn.minyi5.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.messaging.NotYet;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 重放与超车. What intake knows of an order is what the newest events say, in whatever order they come. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WorkOrderCopiesTest {

    private static final Instant START = Instant.parse("2021-10-07T08:00:00Z");
    private static final int SHUFFLES = 60;

    @Inject
    Transactions transactions;

    @Inject
    WorkOrderCopies copies;

    @Inject
    Sql sql;

    private record Copy(
            String number,
            String holder,
            List<String> assisting,
            int round,
            Integer answeredRound,
            String answer,
            Instant answeredAt,
            String ended) {}

    @Test
    void anyOrderOfArrivalGivesTheSameCopy() {
        var random = new Random(5);
        // Each prefix of a life is a life: returned, reworked, closed and opened again.
        for (int length = 1; length <= life(UUID.randomUUID()).size(); length++) {
            var asItHappened = heard(length, indices(length));
            for (int n = 0; n < SHUFFLES / length; n++) {
                var arrival = indices(length);
                Collections.shuffle(arrival, random);
                assertThat(heard(length, arrival)).as("%s", arrival).isEqualTo(asItHappened);
            }
        }
    }

    @Test
    void anOlderEventThatIsReplayedChangesNothingThatIsNewer() {
        var id = UUID.randomUUID();
        var life = life(id);
        life.forEach(this::hear);
        var before = copyOf(id);
        life.forEach(this::hear);
        for (var old : life.subList(1, life.size() - 1)) {
            hear(old);
            assertThat(copyOf(id)).isEqualTo(before);
        }
    }

    @Test
    void whereNothingIsCountedTheMomentAtWhichItHappenedDecides() {
        var id = UUID.randomUUID();
        var life = life(id).stream().map(WorkOrderCopiesTest::uncounted).toList();
        life.forEach(this::hear);
        var before = copyOf(id);
        hear(life.get(1));
        assertThat(copyOf(id)).isEqualTo(before);
    }

    private Copy heard(int length, List<Integer> arrival) {
        var id = UUID.randomUUID();
        var life = life(id).subList(0, length);
        var waiting = new ArrayList<>(arrival.stream().map(life::get).toList());
        while (!waiting.isEmpty()) {
            assertThat(waiting.removeIf(this::hear)).as("somebody gets on").isTrue();
        }
        var copy = copyOf(id);
        return new Copy(
                "",
                copy.holder,
                copy.assisting,
                copy.round,
                copy.answeredRound,
                copy.answer,
                copy.answeredAt,
                copy.ended);
    }

    private static List<Integer> indices(int length) {
        return new ArrayList<>(IntStream.range(0, length).boxed().toList());
    }

    /** @return false if it came too early */
    private boolean hear(Received<? extends WorkOrderEvent> told) {
        try {
            transactions.run(now -> reaction(told, now)).await().atMost(Duration.ofSeconds(10));
            return true;
        } catch (NotYet early) {
            return false;
        }
    }

    private Uni<Void> reaction(Received<? extends WorkOrderEvent> told, Instant now) {
        var event = told.event();
        if (event instanceof WorkOrderEvent.Opened opened) {
            return copies.open(List.of(as(told, opened)), now);
        }
        if (event instanceof WorkOrderEvent.ReplyAccepted accepted) {
            return copies.answer(List.of(as(told, accepted)), now);
        }
        if (event instanceof WorkOrderEvent.Closed closed) {
            return copies.close(List.of(as(told, closed)), now);
        }
        return copies.hold(List.of(told), now);
    }

    private static <E extends WorkOrderEvent> Received<E> as(Received<?> told, E event) {
        return new Received<>(told.id(), event, told.happenedAt(), told.topic(), 0, null, told.sequence());
    }

    private static Received<WorkOrderEvent> uncounted(Received<WorkOrderEvent> told) {
        return new Received<>(told.id(), told.event(), told.happenedAt(), told.topic(), 0, null, null);
    }

    private Copy copyOf(UUID id) {
        return transactions
                .read(() -> sql.first(
                        Copy.class,
                        """
                        select number, holder, assisting, round, answered_round, answer, answered_at, ended
                        from known_work_order where id = $1""",
                        id))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static List<Received<WorkOrderEvent>> life(UUID id) {
        var events = List.of(
                new WorkOrderEvent.Opened(
                        id,
                        "GD-" + id,
                        UUID.nameUUIDFromBytes(id.toString().getBytes()),
                        "370828101201001",
                        "GS02",
                        Urgency.NORMAL,
                        false,
                        OffsetDateTime.parse("2021-10-05T09:00:00+08:00"),
                        false,
                        false),
                dispatched(id, 1, 1, "JX01"),
                new WorkOrderEvent.ReturnAccepted(id, 1, 1, "JX01", false),
                dispatched(id, 2, 1, "JX02"),
                accepted(id, 2, 1, "已处理"),
                new WorkOrderEvent.Reworked(id, 2, "JX02", Answer.NO, Answer.NO, false),
                dispatched(id, 3, 2, "JX02"),
                accepted(id, 3, 2, "重新铺设了管道"),
                new WorkOrderEvent.Closed(id, 2, "JX02", Answer.YES, Answer.YES, false),
                dispatched(id, 4, 3, "JX03"),
                accepted(id, 4, 3, "又修了一次"),
                new WorkOrderEvent.Closed(id, 3, "JX03", Answer.YES, Answer.YES, false));
        return IntStream.range(0, events.size())
                .mapToObj(n -> new Received<WorkOrderEvent>(
                        UUID.randomUUID(),
                        events.get(n),
                        START.plusSeconds(n),
                        "routing.work-orders",
                        0,
                        null,
                        n * 10L))
                .toList();
    }

    private static WorkOrderEvent dispatched(UUID id, int dispatchNo, int round, String lead) {
        return new WorkOrderEvent.Dispatched(
                id,
                "GD-" + id,
                dispatchNo,
                round,
                "370828101201001",
                "GS02",
                Urgency.NORMAL,
                false,
                lead,
                List.of("JX09" + dispatchNo),
                null,
                false);
    }

    private static WorkOrderEvent accepted(UUID id, int dispatchNo, int round, String text) {
        return new WorkOrderEvent.ReplyAccepted(
                id, id, dispatchNo, round, "JX02", ResultCode.SOLVED, text, false, null);
    }
}
