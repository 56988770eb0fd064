package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.ClockEvent.DueSet;
import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Escalation says when the clocks of an order are due; here it is shown of the clock that runs. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DueTimesTest {

    /** A grid that no other test forwards from. */
    private static final String GRID = "370828101906001";

    private static final Instant NOON = Instant.parse("2026-11-05T04:00:00Z");

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void anOrderIsDueWhenTheClockThatRunsNowIs() {
        var order = County.forward(County.ONE_RULE, GRID);
        dueSet(order, ClockKind.REPLY, 1, NOON, NOON.plusSeconds(172_800));
        dueSet(order, ClockKind.SIGN, 1, NOON, NOON.plusSeconds(3600));

        awaitDue(order, "SIGN", NOON.plusSeconds(3600));
        assertThat(County.sign(order).jsonPath().getString("clock"))
                .as("known before, and so at once")
                .isEqualTo("REPLY");
        awaitDue(order, "REPLY", NOON.plusSeconds(172_800));

        assertThat(County.reply(order).jsonPath().getString("dueAt"))
                .as("nothing is known of the desk's clock yet")
                .isNull();
        dueSet(order, ClockKind.REVIEW, 1, NOON.plusSeconds(60), NOON.plusSeconds(14_460));
        awaitDue(order, "REVIEW", NOON.plusSeconds(14_460));
    }

    @Test
    void whatOvertakesSomethingNewerOrIsOfAnEarlierDispatchDoesNotCount() {
        var order = County.forward(County.ONE_RULE, GRID);
        dueSet(order, ClockKind.SIGN, 1, NOON.plusSeconds(60), NOON.plusSeconds(3660));
        dueSet(order, ClockKind.SIGN, 1, NOON, NOON.plusSeconds(3600));
        dueSet(order, ClockKind.SIGN, 0, NOON.plusSeconds(90), NOON.plusSeconds(3690));
        dueSet(order, ClockKind.SIGN, 1, NOON.plusSeconds(60), NOON.plusSeconds(7260));

        awaitDue(order, "SIGN", NOON.plusSeconds(7260));
    }

    @Test
    void aDueTimeThatIsToldBeforeTheDispatchWaitsForIt() {
        var order = County.forward(County.NO_RULE, GRID);
        dueSet(order, ClockKind.SIGN, 1, NOON, NOON.plusSeconds(3600));

        var dispatched = County.act(
                County.dispatcher(),
                order,
                "dispatch",
                Map.of("lead", County.WATER, "assisting", List.of(), "reason", "按职责"));

        assertThat(dispatched.statusCode()).isEqualTo(200);
        awaitDue(order, "SIGN", NOON.plusSeconds(3600));
    }

    @Test
    void aListByDueTimeBeginsWithWhatIsLateAndEndsWithWhatNothingIsKnownOf() {
        var grid = "370828101906002";
        var unknown = County.forward(County.ONE_RULE, grid);
        var later = County.forward(County.ONE_RULE, grid);
        var late = County.forward(County.ONE_RULE, grid);
        dueSet(later, ClockKind.SIGN, 1, NOON, NOON.plusSeconds(7200));
        dueSet(late, ClockKind.SIGN, 1, NOON, NOON.plusSeconds(60));
        awaitDue(later, "SIGN", NOON.plusSeconds(7200));
        awaitDue(late, "SIGN", NOON.plusSeconds(60));

        assertThat(byDue(County.clerkOf(County.WATER), grid, Map.of())).containsExactly(late, later, unknown);
        assertThat(byDue(County.clerkOf(County.POWER), grid, Map.of()))
                .as("who assists")
                .containsExactly(late, later, unknown);
        assertThat(byDue(County.dispatcher(), grid, Map.of("due-before", "2026-11-05T12:02:00+08:00")))
                .containsExactly(late);
        assertThat(byDue(County.secretaryOf(County.TEAM), grid, Map.of("state", "AWAITING_SIGN")))
                .as("who took it")
                .containsExactly(late, later, unknown);
    }

    private static void dueSet(UUID order, ClockKind clock, int dispatchNo, Instant startedAt, Instant dueAt) {
        Events.send(
                new DueSet(order, clock, dispatchNo, 1, CountyTime.at(startedAt), CountyTime.at(dueAt)), Instant.now());
    }

    private static void awaitDue(UUID order, String clock, Instant dueAt) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    var seen = County.see(order);
                    assertThat(seen.getString("clock")).isEqualTo(clock);
                    assertThat(OffsetDateTime.parse(seen.getString("dueAt")).toInstant())
                            .isEqualTo(dueAt);
                });
    }

    /** All of them, in pages of two. */
    private static List<UUID> byDue(String bearer, String grid, Map<String, String> filter) {
        var ids = new ArrayList<UUID>();
        for (var after = ""; after != null; ) {
            var query = new HashMap<>(filter);
            query.putAll(Map.of("place", grid, "sort", "due", "limit", "2", "after", after));
            var page = County.list(bearer, query);
            ids.addAll(page.getList("items.id", UUID.class));
            after = page.getString("next");
        }
        return ids;
    }
}
