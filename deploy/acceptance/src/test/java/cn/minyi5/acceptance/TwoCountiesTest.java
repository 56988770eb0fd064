package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.minyi5.backends.Person;
import cn.minyi5.backends.Realm;
import cn.minyi5.county.CountyFiles;
import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.MasterFiles;
import cn.minyi5.county.api.Api;
import cn.minyi5.county.api.ApiRefusal;
import cn.minyi5.county.api.County;
import cn.minyi5.county.api.Login;
import cn.minyi5.county.history.DemoHistory;
import cn.minyi5.local.stack.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A second county moves in beside the demo's, with the demo's own files: the same codes of departments, categories and
 * teams, the same source of history with the same refs. Its places are invented.
 */
@Order(3)
class TwoCountiesTest {

    private static final String BESIDE = "370897";
    private static final String ADMINISTRATION = Realm.ADMINISTRATION + "-" + BESIDE;
    private static final String QUARTER = "from=2021-01&to=2021-03";
    private static final int ROWS = 60;

    /** 农村饮水、水管破损, of which the water office takes care. */
    private static final String WATER = "GS02";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Stack stack;
    private static County county;
    private static DemoCounty files;

    @BeforeAll
    static void theDemosCounty() {
        stack = TheCounty.loaded();
        county = new County(stack.home());
        files = DemoCounty.load();
    }

    @Test
    void twoCountiesWithTheSameCodesHaveEachWhatItWouldHaveAlone() throws IOException, InterruptedException {
        var alone = readByTheFirst();
        var grid = beside(stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code());
        var team = stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).teamCode();
        movesIn(List.of(
                person("supervisor", null, null),
                person("dispatcher", null, null),
                person("secretary", null, team),
                person("clerk", "JX03", null)));
        loadsItsMasterData();
        var history = bringsHistory();

        // Its own history, its own numbers
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(as(Stack.ESCALATION, "supervisor")
                        .get("/api/figures?from=2020-01&to=2021-12")
                        .findPath("figures")
                        .get(0)
                        .path("value")
                        .asInt())
                .isEqualTo(history));

        // A visit of today becomes an order of its water office, which signs it; the other one never hears of it
        var requestId = UUID.randomUUID();
        as(Stack.INTAKE, "secretary")
                .post("/api/visits", Visits.visit(grid, List.of(Visits.forwarded(requestId, WATER, "路灯不亮，夜里出行不便"))));
        var clerk = as(Stack.ROUTING, "clerk");
        var order =
                await().atMost(Duration.ofSeconds(30)).until(() -> orderOf(clerk, requestId), found -> found != null);
        var path = "/api/work-orders/" + order.get("id").asText();
        assertThat(order.get("lead").asText()).isEqualTo("JX03");
        for (var neighbour : List.of(DemoPersons.clerk("JX03"), DemoPersons.DISPATCHER, DemoPersons.SUPERVISOR)) {
            assertThatThrownBy(() -> county.routing(neighbour).get(path))
                    .isInstanceOfSatisfying(ApiRefusal.class, refusal -> assertThat(refusal.status())
                            .isEqualTo(404));
        }
        assertThat(clerk.post(path + "/sign", Map.of()).get("state").asText()).isEqualTo("IN_PROGRESS");
        await().atMost(Duration.ofSeconds(30)).until(() -> as(Stack.NOTIFICATION, "clerk")
                .get("/api/me/inbox?limit=100")
                .toString()
                .contains(order.get("id").asText()));
        assertThat(county.notification(DemoPersons.clerk("JX03"))
                        .all("/api/me/inbox?limit=100")
                        .toString())
                .doesNotContain(order.get("id").asText());

        assertThat(readByTheFirst()).isEqualTo(alone);
    }

    /** What the first county's office, and its water office, read of the months that are over. */
    private static Map<String, Object> readByTheFirst() {
        var read = new LinkedHashMap<String, Object>();
        for (var path : List.of(
                "/api/figures?" + QUARTER,
                "/api/figures?by=department&" + QUARTER,
                "/api/figures?by=township&" + QUARTER,
                "/api/figures/reply-on-time-rate/rows?limit=500&" + QUARTER,
                "/api/bulletins?limit=200")) {
            read.put(path, county.escalation(DemoPersons.SUPERVISOR).get(path));
        }
        read.put("orders", county.routing(DemoPersons.SUPERVISOR).get("/api/work-order-counts?" + QUARTER));
        read.put("orders of water", county.routing(DemoPersons.clerk("JX03")).get("/api/work-order-counts?" + QUARTER));
        read.put("departments", county.routing(DemoPersons.SUPERVISOR).all("/api/departments?limit=200"));
        read.put("catalogues", county.routing(DemoPersons.SUPERVISOR).all("/api/catalogue-versions"));
        read.put("requests", county.intake(DemoPersons.SUPERVISOR).get("/api/request-counts?" + QUARTER));
        read.put("master data", county.intake(DemoPersons.SUPERVISOR).get("/api/master-data"));
        read.put(
                "visits",
                county.intake(DemoPersons.VILLAGE_SECRETARY)
                        .get("/api/me/visits?limit=1")
                        .path("total"));
        return read;
    }

    private static void loadsItsMasterData() {
        var masterFiles = new MasterFiles(files);
        var intake = as(Stack.INTAKE, "administrator");
        put(intake, "/api/divisions", CountyFiles.text("divisions.csv"));
        put(intake, "/api/categories", CountyFiles.text("categories.csv"));
        put(intake, "/api/grids", masterFiles.grids());
        put(intake, "/api/teams", masterFiles.teams());
        var routing = as(Stack.ROUTING, "administrator");
        put(routing, "/api/departments", CountyFiles.text("departments.csv"));
        var version = routing.postCsv(
                        "/api/catalogue-versions?effective-from=2020-01-01", beside(CountyFiles.text("catalogue.csv")))
                .get("version")
                .asInt();
        assertThat(version).as("the first of its own").isEqualTo(1);
        routing.post("/api/catalogue-versions/" + version + "/publish", "");
        var escalation = as(Stack.ESCALATION, "administrator");
        masterFiles.calendarYears().forEach((year, days) -> put(escalation, "/api/calendar/years/" + year, days));
        var recipients = "username,name,role,department,division,team,email\n%s,经办人,clerk,JX03,%s,,%s\n"
                .formatted(username("clerk"), BESIDE, DemoPersons.mail(username("clerk")));
        put(as(Stack.NOTIFICATION, "administrator"), "/api/recipients", recipients);
    }

    /** The first rows of the very file that the first county brought; how many requests there are in them. */
    private static int bringsHistory() {
        var csv = DemoHistory.of(files).csv();
        var rows = csv.lines().limit(1 + ROWS).collect(Collectors.joining("\n")) + "\n";
        var cutOver = URLEncoder.encode(DemoHistory.CUT_OVER, StandardCharsets.UTF_8);
        var requests = rows.lines().skip(1).map(row -> row.split(",")[1]).distinct();
        var intake = as(Stack.INTAKE, "administrator");
        // Intake hears of the catalogue from routing; before that no history is taken
        var id = await().atMost(Duration.ofMinutes(1))
                .ignoreException(ApiRefusal.class)
                .until(
                        () -> intake.postCsv(
                                        "/api/imports?source=" + DemoHistory.SOURCE + "&cut-over=" + cutOver,
                                        beside(rows))
                                .path("id")
                                .asText(),
                        taken -> !taken.isEmpty());
        var done = await().atMost(Duration.ofMinutes(1)).until(() -> intake.get("/api/imports/" + id), state -> "DONE"
                .equals(state.get("state").asText()));
        assertThat(done.get("refused").asInt()).as(done.toString()).isZero();
        return Math.toIntExact(requests.count());
    }

    private static void put(Api api, String path, String csv) {
        var answer = api.putCsv(path, beside(csv));
        assertThat(answer.path("refused")).as(path + ": " + answer).isEmpty();
    }

    /** The same in the other county, whose teams keep the codes of the first one. */
    private static String beside(String text) {
        return text.replaceAll("(?<!T)" + DemoCounty.CODE, BESIDE).replace("金乡县", "测试县");
    }

    private static JsonNode orderOf(Api clerk, UUID requestId) {
        return clerk.find(
                        "/api/work-orders?limit=200&state=AWAITING_SIGN",
                        order -> order.get("requestId").asText().equals(requestId.toString()))
                .orElse(null);
    }

    /** Its people can log in, as those can with whom Keycloak was set up. */
    private static void movesIn(List<Person> people) throws IOException, InterruptedException {
        var realm = JSON.readTree(new Realm(people, "", password("administrator"), BESIDE)
                .json()
                .replace(Realm.ADMINISTRATION, ADMINISTRATION));
        var clients = new ArrayList<JsonNode>();
        realm.get("clients").forEach(clients::add);
        clients.removeIf(client -> !client.get("clientId").asText().equals(ADMINISTRATION));
        var users = new ArrayList<JsonNode>();
        realm.get("users").forEach(users::add);
        users.removeIf(user -> !user.get("username").asText().endsWith(BESIDE));
        var token = keycloak(
                "/realms/master/protocol/openid-connect/token",
                "application/x-www-form-urlencoded",
                "grant_type=password&client_id=admin-cli&username=admin&password=" + county.secret("keycloak-admin"),
                "");
        keycloak(
                "/admin/realms/" + Realm.NAME + "/partialImport",
                "application/json",
                JSON.writeValueAsString(Map.of("ifResourceExists", "SKIP", "clients", clients, "users", users)),
                JSON.readTree(token).get("access_token").asText());
    }

    private static String keycloak(String path, String type, String body, String token)
            throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + county.port("keycloak") + path))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(call, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Person person(String role, String department, String team) {
        return new Person(username(role), password(role), List.of(role), BESIDE, department, team, "测试县" + role);
    }

    private static Api as(String service, String role) {
        var issuer = URI.create("http://127.0.0.1:" + county.port("keycloak") + "/realms/" + Realm.NAME);
        var login = role.equals("administrator")
                ? Login.ofProgram(HTTP, issuer, ADMINISTRATION, password(role))
                : Login.ofPerson(HTTP, issuer, username(role), password(role));
        return new Api(HTTP, county.address(service), login);
    }

    private static String username(String role) {
        return role + "-" + BESIDE;
    }

    private static String password(String role) {
        return county.secret("keycloak-admin") + role;
    }
}
