package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.local.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What was accepted arrives, once, though the broker dies and hangs; while delivery stands still, readiness says so. */
@Order(4)
class FaultsUnderLoadTest {

    private static final String CATEGORY = "SZ01";
    private static final int FAULTS = 10;

    /** Some thirty a second in all: what is asked is whether all of it arrives, not how much the machine carries. */
    private static final int BETWEEN_MILLIS = 80;

    private static final Duration BACK = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Stack stack;
    private static County county;
    private static String grid;

    @BeforeAll
    static void theCountyRuns() {
        stack = TheCounty.loaded();
        county = new County(stack.home());
        grid = stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code();
    }

    @Test
    void theBrokerKilledAndPausedTenTimesUnderLoad() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        try (var load = new Load()) {
            for (int fault = 0; fault < FAULTS; fault++) {
                pass(500 + random.nextInt(3_000));
                if (random.nextBoolean()) {
                    stack.kill9(Stack.KAFKA);
                    pass(random.nextInt(2_000));
                    stack.start(Stack.KAFKA);
                } else {
                    stack.process(Stack.KAFKA).pause();
                    pass(1_000 + random.nextInt(5_000));
                    stack.process(Stack.KAFKA).resume();
                }
            }
            assertEverythingArrives(load.accepted(), "seed " + seed);
        }
    }

    @Test
    void brokerDatabaseAndTwoServicesKilledTogetherUnderLoad() {
        try (var load = new Load()) {
            pass(2_000);
            var dying = List.of(Stack.KAFKA, Stack.POSTGRES, Stack.ROUTING, Stack.ESCALATION);
            dying.parallelStream().forEach(stack::kill9);
            stack.start(Stack.POSTGRES);
            stack.start(Stack.KAFKA);
            stack.start(Stack.ROUTING);
            stack.start(Stack.ESCALATION);
            pass(2_000);
            assertEverythingArrives(load.accepted(), "all four are back");
        }
    }

    @Test
    void readinessSaysNoWhileTheBrokerHangsAndYesAfterwards() {
        // Another test may have killed the broker a moment ago.
        await().atMost(BACK)
                .untilAsserted(() ->
                        assertThat(readiness(Stack.INTAKE)).contains("\"UP\"").doesNotContain("\"DOWN\""));
        stack.process(Stack.KAFKA).pause();
        try {
            Visits.forwardOne(county, grid, CATEGORY);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(readiness(Stack.INTAKE)).contains("\"DOWN\""));
        } finally {
            stack.process(Stack.KAFKA).resume();
        }
        await().atMost(BACK)
                .untilAsserted(() -> assertThat(readiness(Stack.INTAKE)).doesNotContain("\"DOWN\""));
    }

    private static void assertEverythingArrives(Set<UUID> accepted, String what) {
        assertThat(accepted).as("the load was accepted").hasSizeGreaterThan(20);
        var requests = accepted.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        await(what).atMost(BACK).untilAsserted(() -> {
            var orders = texts("routing", "select id::text from work_order where request_id in (" + requests + ")");
            assertThat(orders).as("one order a request").hasSize(accepted.size());
            var ids = orders.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
            for (var clock : List.of("SIGN", "REPLY")) {
                assertThat(texts(
                                "escalation",
                                "select work_order_id::text from sla_clock where kind = '" + clock
                                        + "' and dispatch_no = 1 and work_order_id in (" + ids + ")"))
                        .as("one clock " + clock + " an order")
                        .containsExactlyInAnyOrderElementsOf(orders);
            }
            assertThat(texts("notification", "select distinct about from message where about in (" + ids + ")"))
                    .as("its department has heard of each")
                    .containsExactlyInAnyOrderElementsOf(orders);
        });
        assertThat(texts(
                        "notification",
                        "select about from message m join delivery d on d.message_id = m.id group by about, occasion, recipient, channel having count(*) > 1"
                                + " and max(written_at) > now() - interval '5 minutes'"))
                .as("nobody was told twice")
                .isEmpty();
    }

    private static List<String> texts(String database, String sql) {
        var postgres = stack.postgres();
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException away) {
            throw new AssertionError(away);
        }
    }

    private static String readiness(String service) {
        try {
            var request = HttpRequest.newBuilder(URI.create(stack.management(service) + "/health/ready"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "\"DOWN\" " + e;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pass(long millis) {
        var until = Instant.now().plusMillis(millis);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMillis(millis).plusSeconds(10))
                .until(() -> Instant.now().isAfter(until));
    }

    /** Submits requests one after the other in three threads, and keeps in mind what was accepted. */
    private static final class Load implements AutoCloseable {
        private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean stopping;

        Load() {
            for (int n = 0; n < 3; n++) {
                var thread = new Thread(this::submit, "load-" + n);
                thread.start();
                threads.add(thread);
            }
        }

        private void submit() {
            while (!stopping) {
                try {
                    accepted.add(Visits.forwardOne(county, grid, CATEGORY));
                    pass(BETWEEN_MILLIS);
                } catch (RuntimeException refused) {
                    // Not accepted: nothing was promised. The database is away.
                    pass(BETWEEN_MILLIS);
                }
            }
        }

        /** All of it, once the load has ended. */
        Set<UUID> accepted() {
            close();
            return accepted;
        }

        @Override
        public void close() {
            stopping = true;
            for (var thread : threads) {
                try {
                    thread.join(Duration.ofSeconds(30).toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
