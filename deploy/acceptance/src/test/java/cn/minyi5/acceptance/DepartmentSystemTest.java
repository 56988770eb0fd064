package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.backends.FreePorts;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.County;
import cn.minyi5.county.api.Login;
import cn.minyi5.local.account.MakeServiceAccount;
import cn.minyi5.local.stack.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Departments that have systems of their own work through them, by what is published and nothing else. */
@Order(3)
class DepartmentSystemTest {

    /** One that a single department answers for, without others to assist. */
    private static final String CATEGORY = "PA02";

    private static final String DEPARTMENT = "JX05";

    private static final Path OUTPUT =
            Path.of("target", "department", "program.out").toAbsolutePath();

    private static Stack stack;
    private static County county;

    @BeforeAll
    static void aCountyWithItsMasterData() {
        stack = TheCounty.loaded();
        county = new County(stack.home());
    }

    @Test
    void aGeneratedClientWithNothingButAServiceAccountSignsAndAnswersFromWebhooksAlsoAfterItWasDown()
            throws IOException, InterruptedException {
        var account = account(DEPARTMENT);
        GeneratedClient.make(stack.management(Stack.ROUTING));
        var port = FreePorts.next();
        var api = api(account);
        var subscription = api.post(
                "/api/webhook-subscriptions",
                Map.of("url", "http://127.0.0.1:" + port + "/minyi5", "types", List.of("work-order.dispatched.v1")));
        var deliveries = "/api/webhook-subscriptions/" + subscription.get("id").textValue() + "/deliveries";
        var settings = new HashMap<>(Map.of(
                "API_URL", stack.address(Stack.ROUTING).toString(),
                "TOKEN_URL", account.getProperty("token_url"),
                "CLIENT_ID", account.getProperty("client_id"),
                "CLIENT_SECRET", account.getProperty("client_secret"),
                "WEBHOOK_SECRET", subscription.get("secret").textValue(),
                "PORT", Integer.toString(port)));

        var program = GeneratedClient.run(settings, OUTPUT);
        try {
            var first = forwarded();
            awaitAnswered(api, first);

            program.destroyForcibly().waitFor();
            var missed = List.of(forwarded(), forwarded());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> missed.stream().allMatch(order -> api.all(deliveries + "?limit=200").stream()
                            .anyMatch(one -> one.path("workOrderId").asText().equals(order)
                                    && one.get("tries").intValue() > 0
                                    && one.get("state").textValue().equals("WAITING"))));

            program = GeneratedClient.run(settings, OUTPUT);
            missed.forEach(order -> awaitAnswered(api, order));
            await().atMost(Duration.ofSeconds(60)).until(() -> api.all(deliveries + "?limit=200").stream()
                    .allMatch(one -> one.get("state").textValue().equals("DELIVERED")));
            for (var order : List.of(first, missed.get(0), missed.get(1))) {
                assertThat(doneBy(api, order, "SIGN")).containsExactly("service-account-" + settings.get("CLIENT_ID"));
                assertThat(doneBy(api, order, "REPLY")).containsExactly("service-account-" + settings.get("CLIENT_ID"));
            }
        } finally {
            program.destroyForcibly();
            api.exchange(api.request("/api/webhook-subscriptions/"
                            + subscription.get("id").textValue())
                    .DELETE());
        }
    }

    @Test
    void whatTheReadmeSaysAboutIntegratingCanBeTypedAsItStandsThere() throws IOException, InterruptedException {
        var account = account("--sandbox");
        for (var readme : List.of("README.md")) {
            for (var script : ReadmeScripts.about("integration", readme)) {
                var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script);
                builder.environment()
                        .putAll(Map.of(
                                "API", stack.address(Stack.ROUTING).toString(),
                                "TOKEN_URL", account.getProperty("token_url"),
                                "CLIENT_ID", account.getProperty("client_id"),
                                "CLIENT_SECRET", account.getProperty("client_secret")));
                var output = Files.createTempFile(Path.of("target"), "readme", ".out");
                var ended = builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start()
                        .waitFor();
                var said = Files.readString(output);
                assertThat(ended).as("%s%n%s", script, said).isZero();
                assertThat(said).contains("REPLY_REVIEW").contains("whsec_").contains("the signature is right");
            }
        }
    }

    private static Properties account(String department) throws IOException {
        try (var making = Command.start(MakeServiceAccount.class, stack.home(), department)) {
            assertThat(making.exitCode()).as(making.output()).isZero();
            var account = new Properties();
            account.load(new StringReader(making.output()));
            return account;
        }
    }

    private static Api api(Properties account) {
        var http = HttpClient.newHttpClient();
        var login = Login.ofProgram(
                http, stack.issuer(), account.getProperty("client_id"), account.getProperty("client_secret"));
        return new Api(http, stack.address(Stack.ROUTING), login);
    }

    /** A citizen asks, and the catalogue dispatches it; the id of the order. */
    private static String forwarded() {
        var grid = stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code();
        var request = Visits.forwardOne(county, grid, CATEGORY);
        var order = await().atMost(Duration.ofSeconds(60)).until(() -> orderOf(request), found -> found != null);
        assertThat(order.get("lead").textValue()).isEqualTo(DEPARTMENT);
        return order.get("id").textValue();
    }

    /** In whatever state: the department's system is quick. */
    private static JsonNode orderOf(UUID request) {
        return county.routing(DemoPersons.DISPATCHER)
                .find(
                        "/api/work-orders?limit=200&state=AWAITING_SIGN&state=IN_PROGRESS&state=REPLY_REVIEW&category="
                                + CATEGORY,
                        order -> order.get("requestId").asText().equals(request.toString()))
                .orElse(null);
    }

    private static void awaitAnswered(Api api, String order) {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                        api.get("/api/work-orders/" + order).get("state").textValue())
                .isEqualTo("REPLY_REVIEW"));
    }

    private static List<String> doneBy(Api api, String order, String action) {
        return api.get("/api/work-orders/" + order).get("timeline").findParents("action").stream()
                .filter(line -> line.get("action").textValue().equals(action))
                .map(line -> line.get("by").textValue())
                .toList();
    }
}
