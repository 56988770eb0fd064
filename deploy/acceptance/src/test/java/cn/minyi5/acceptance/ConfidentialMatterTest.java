package cn.minyi5.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import cn.minyi5.county.demo.Mailbox;
import cn.minyi5.local.stack.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A complaint about officials, looked for in everything that can be read, by everybody (DOMAIN §7). */
@Order(3)
class ConfidentialMatterTest {

    private static final String WORDS = "对某位工作人员服务态度的意见";
    private static final List<String> OTHERS = List.of(
            DemoPersons.DISPATCHER,
            DemoPersons.ADMINISTRATOR,
            DemoPersons.OTHER_SECRETARY,
            DemoPersons.clerk("370828101"),
            DemoPersons.head("370828101"),
            DemoPersons.clerk("JX03"),
            DemoPersons.head("JX03"));

    private static Stack stack;
    private static County county;
    private static UUID visitId;
    private static UUID requestId;
    private static JsonNode order;

    @BeforeAll
    static void aComplaintIsTakenAndReachesTheOffice() {
        stack = TheCounty.loaded();
        county = new County(stack.home());
        var grid = stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code();
        requestId = UUID.randomUUID();
        var visit = Visits.visit(grid, List.of(Visits.forwarded(requestId, "ZX02", WORDS)));
        visitId = UUID.fromString(visit.get("visitId").toString());
        county.intake(DemoPersons.VILLAGE_SECRETARY).post("/api/visits", visit);
        order = await().atMost(Duration.ofSeconds(30))
                .until(() -> Visits.orderOf(county, DemoPersons.SUPERVISOR, requestId), found -> found != null);
        await().atMost(Duration.ofSeconds(30)).until(() -> county.notification(DemoPersons.SUPERVISOR)
                .get("/api/me/inbox?limit=1")
                .toString()
                .contains("专办件"));
    }

    @Test
    void theSecretaryWhoTookItAndTheOfficeReadIt() {
        for (var meant : List.of(DemoPersons.VILLAGE_SECRETARY, DemoPersons.SUPERVISOR)) {
            assertThat(county.intake(meant).get("/api/requests/" + requestId).toString())
                    .contains(WORDS);
        }
    }

    @Test
    void nobodyElseFindsATraceOfItInAnythingThatCanBeRead() throws IOException {
        for (var service : Stack.SERVICES) {
            for (var path : readable(service)) {
                for (var other : OTHERS) {
                    assertThat(everything(service, other, path))
                            .as("%s reads %s of %s", other, path, service)
                            .doesNotContain(traces());
                }
            }
        }
    }

    @Test
    void whatTheOfficeCountsAndIsToldDoesNotLeadBackToIt() throws IOException {
        var figures = readable(Stack.ESCALATION).stream().filter(path -> path.contains("figures"));
        var told = readable(Stack.NOTIFICATION).stream();
        Stream.concat(
                        figures.map(path -> everything(Stack.ESCALATION, DemoPersons.SUPERVISOR, path)),
                        told.map(path -> everything(Stack.NOTIFICATION, DemoPersons.SUPERVISOR, path)))
                .forEach(read -> assertThat(read).doesNotContain(traces()));
    }

    @Test
    void noMailSaysWhichOneItIs() {
        for (var person : Stream.concat(OTHERS.stream(), Stream.of(DemoPersons.SUPERVISOR))
                .toList()) {
            var mailbox =
                    new Mailbox(county.port("imap"), person, county.persons().password(person));
            assertThat(mailbox.subjectsMentioning(order.get("number").asText()))
                    .as(person)
                    .isEmpty();
        }
    }

    private static String[] traces() {
        return new String[] {
            requestId.toString(), order.get("id").asText(), order.get("number").asText(), WORDS
        };
    }

    /** Every GET that the service publishes and that ends, with the ids of this matter where one is asked for. */
    private static List<String> readable(String service) throws IOException {
        var document =
                county.management(service).resolve("/openapi?format=json").toURL();
        var published = new String(document.openStream().readAllBytes(), StandardCharsets.UTF_8);
        var paths = new ArrayList<String>();
        new ObjectMapper().readTree(published).get("paths").properties().forEach(path -> {
            if (path.getValue().has("get") && !isStream(path.getValue().get("get"))) {
                Stream.of(requestId, order.get("id").asText(), visitId)
                        .map(id -> filled(path.getKey(), id.toString()))
                        .distinct()
                        .forEach(paths::add);
            }
        });
        assertThat(paths).as(service).isNotEmpty();
        return paths;
    }

    /** It says what changes from now on; LiveTest looks at who hears of what. */
    private static boolean isStream(JsonNode operation) {
        return operation.at("/responses/200/content").has("text/event-stream");
    }

    private static String filled(String path, String id) {
        var month = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        return path.replace("{id}", id)
                        .replace("{date}", "2021-10-05")
                        .replace("{version}", "1")
                        .replace("{figure}", "collected")
                        .replace("{code}", "collected")
                        .replace("{kind}", "policy-cards")
                        .replaceAll("\\{\\w+}", id)
                + "?limit=200&by=township&category=ZX02&grid="
                + stack.persons().gridOf(DemoPersons.VILLAGE_SECRETARY).code()
                + (path.contains("figures") || path.contains("counts") ? "&from=" + month + "&to=" + month : "");
    }

    /** As many pages as there are; a refusal as well. */
    private static String everything(String service, String person, String path) {
        var api = county.of(service, person);
        var first = api.exchange(api.request(path));
        return first.statusCode() == 200 && first.body().contains("\"next\"")
                ? api.all(path).toString()
                : first.body();
    }
}
