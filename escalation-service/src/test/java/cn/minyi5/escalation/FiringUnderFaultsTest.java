package cn.minyi5.escalation;

import static cn.minyi5.contracts.language.ClockKind.SIGN;
import static cn.minyi5.contracts.language.Rung.NOTICE;
import static cn.minyi5.contracts.language.Rung.RED;
import static cn.minyi5.contracts.language.Rung.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.ClockEvent.RungReached;
import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.escalation.clock.FireDueRungs;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same rules when messages repeat, several copies fire at once, or an event cannot be handled. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class FiringUnderFaultsTest {

    private static final String DEPARTMENT = "ZJJ";

    @Inject
    EventTime eventTime;

    @Inject
    FireDueRungs fireDueRungs;

    private Instant start;

    /** Another test may have vouched for a later moment; what is told after a watermark must have happened after it. */
    @BeforeEach
    void nothingAfterNowHasBeenVouchedFor() {
        start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        eventTime.passUntil(start.minusMillis(1));
    }

    @Test
    void anEventHeardTwiceHasItsEffectOnce() {
        var story = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT).dispatched(start);
        var again = UUID.randomUUID();
        Events.send(story.dispatch(), start, again);
        Events.send(story.dispatch(), start, again);

        eventTime.passUntil(second(60));
        eventTime.passUntil(second(70));

        assertThat(story.fired(SIGN)).containsExactly(REMINDER, RED, NOTICE);
        story.clocks().body("total", equalTo(2));
    }

    @Test
    void severalTickersOnOneDatabaseFireEachRungOnceAndInOrder() {
        var category = Policies.ofSeconds("SIGN");
        var stories = IntStream.range(0, 40)
                .mapToObj(i -> new Story(category, DEPARTMENT).dispatched(start))
                .toList();
        Events.sendWatermark("routing.work-orders", second(60));

        // The copy's own ticker is at it too.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var tickers =
                    IntStream.range(0, 4).mapToObj(i -> fireDueRungs.handle()).toList();
            Uni.join().all(tickers).andFailFast().await().atMost(Duration.ofSeconds(20));
            return eventTime.number("select count(*) from clock_rung") >= 3L * stories.size();
        });
        eventTime.passUntil(second(61));

        var byOrder = Events.of(RungReached.class);
        for (var story : stories) {
            assertThat(byOrder.stream()
                            .filter(heard -> heard.event().workOrderId().equals(story.id))
                            .map(heard -> heard.event().rung()))
                    .containsExactly(REMINDER, RED, NOTICE);
        }
    }

    @Test
    void noticesAreNumberedWithoutGapsAlsoWhenATransactionFails() {
        var category = Policies.ofSeconds("SIGN");
        IntStream.range(0, 5).forEach(i -> new Story(category, DEPARTMENT).dispatched(start));
        eventTime.passUntil(second(60));

        var year = Events.of(NoticeEvent.Issued.class).get(0).event().year();
        var issues = Events.of(NoticeEvent.Issued.class).stream()
                .filter(heard -> heard.event().year() == year)
                .map(heard -> heard.event().issue())
                .sorted()
                .toList();

        assertThat(issues)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, issues.size()).boxed().toList());
        assertThat(eventTime.number("select last from notice_number where year = $1", year))
                .isEqualTo(issues.size());
    }

    @Test
    void anEventThatCannotBeReadHoldsTheFireOfItsOrderAlone() {
        var category = Policies.ofSeconds("SIGN");
        var held = new Story(category, DEPARTMENT).dispatched(start);
        var other = new Story(category, DEPARTMENT).dispatched(start);
        Events.send(
                "routing.work-orders",
                held.id.toString(),
                "work-order.signed.v1",
                "{\"dispatchNo\":".getBytes(StandardCharsets.UTF_8),
                second(0.5),
                UUID.randomUUID());

        eventTime.passUntil(second(60));

        assertThat(other.fired(SIGN)).containsExactly(REMINDER, RED, NOTICE);
        assertThat(held.fired(SIGN)).isEmpty();
        assertThat(People.supervisor().get("/api/blindness").jsonPath().getInt("heldOrders"))
                .isPositive();
    }

    @Test
    void aSignatureThatOvertakesItsDispatchWaitsAndIsNoDeadLetter() {
        var story = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT);
        var early = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT);
        var signature = new WorkOrderEvent.Signed(story.id, 1, 1, DEPARTMENT, false);
        Events.send(signature, second(0.5));
        story.dispatched(start);
        early.dispatched(start);
        eventTime.passUntil(second(60));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> story.clocks()
                .body("items.find { it.clock == 'SIGN' }.state", equalTo("STOPPED")));
        eventTime.settle();

        assertThat(story.fired(SIGN)).as("held while it waited").isEmpty();
        assertThat(early.fired(SIGN)).hasSize(3);
        assertThat(eventTime.number("select count(*) from dead_letter where key = '" + story.id + "'"))
                .isZero();
    }

    private Instant second(double second) {
        return start.plusMillis(Math.round(second * 1000));
    }
}
