package cn.minyi5.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.suggestion.Taught;
import cn.minyi5.routing.webhook.WebhookCommands;
import cn.minyi5.routing.webhook.domain.HookUrl;
import cn.minyi5.routing.webhook.domain.Subscription;
import cn.minyi5.routing.workorder.WorkOrders;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.CitizenRequest;
import cn.minyi5.routing.workorder.domain.Deed;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.testing.AccessMatrix;
import cn.minyi5.testing.Examples;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class OpenApiExamplesTest {

    private static final String DRAFTS =
            """
            insert into catalogue_version (division, version, effective_from, drafted_at, drafted_by)
            select '370828', number, '2009-01-01', $1, 'administrator' from unnest(array[76, 77]) as number
            on conflict do nothing""";

    private static final String RULE =
            """
            insert into responsibility (id, catalogue, row, category_prefix, division_prefix, lead, assisting, clause)
            select gen_random_uuid(), id, 2, 'GS02', '370828', 'JX03', '{}', '权责清单（演示）第8条'
            from catalogue_version where division = '370828' and version = 76
            on conflict do nothing""";

    @Inject
    Transactions transactions;

    @Inject
    WorkOrders workOrders;

    @Inject
    Sql sql;

    @Inject
    WebhookCommands webhooks;

    private static final String DELIVERED =
            """
            insert into webhook_delivery (
                id, subscription_id, event_id, work_order_id, sequence, type, happened_at, data, recorded_at, state, tries,
                next_try_at, tried_at, status, delivered_at)
            values ($1, $2, $1, $3, 20, 'work-order.dispatched.v1', $4, '{}', $4, 'DELIVERED', 1, $4, $4, 204, $4)""";

    private final Set<Integer> made = new HashSet<>();

    @Test
    void everyOperationAnswersAsItsExampleSaysAndToThoseOfTheAccessMatrix() {
        County.isReady();
        County.neighbourPublishes("2010-01-01", "邻县清单第1条");

        Examples.check(Map.ofEntries(
                Map.entry("the county is ready", County::isReady),
                Map.entry("names are known", County::namesAreKnown),
                Map.entry("order 1 awaits its signature", () -> awaitsSignature(1)),
                Map.entry("order 2 awaits its signature", () -> awaitsSignature(2)),
                Map.entry("order 3 awaits its signature", () -> awaitsSignature(3)),
                Map.entry("order 4 has its parts confirmed", () -> partsConfirmed(4)),
                Map.entry("order 5 awaits its dispatch", () -> awaitsDispatch(5)),
                Map.entry("order 6 awaits its dispatch", () -> awaitsDispatch(6)),
                Map.entry("order 7 is under review of its return", () -> returned(7)),
                Map.entry("order 8 is under review of its reply", () -> replied(8)),
                Map.entry("order 9 is in arbitration", () -> inArbitration(9)),
                Map.entry("order 10 awaits its dispatch", () -> awaitsDispatch(10)),
                Map.entry("subscription 1 is there", () -> subscribed(1)),
                Map.entry("subscription 2 is there", () -> subscribed(2)),
                Map.entry("subscription 3 is there", () -> subscribed(3)),
                Map.entry("the county has learnt from its orders", this::hasLearnt),
                Map.entry("suggestions decide for a category", OpenApiExamplesTest::suggestionsDecide),
                Map.entry("orders 11 and 12 await their dispatch", () -> {
                    awaitsDispatch(11);
                    awaitsDispatch(12);
                }),
                Map.entry("order 13 awaits its dispatch", () -> awaitsDispatch(13)),
                Map.entry("order 14 is with another platform", () -> forwardedOut(14)),
                Map.entry("order 15 is with another platform", () -> forwardedOut(15)),
                Map.entry("order 16 is in progress", () -> inProgress(16)),
                Map.entry("order 17 has its extension asked for", () -> extensionAsked(17)),
                Map.entry("order 18 is in progress", () -> inProgress(18)),
                Map.entry("order 1 awaits its signature and order 65 is in progress", () -> {
                    awaitsSignature(1);
                    inProgress(65);
                }),
                Map.entry("order 19 waits for the citizen", () -> waiting(19)),
                Map.entry("order 20 is in progress", () -> inProgress(20)),
                Map.entry("order 21 has its suspension proposed", () -> suspensionProposed(21)),
                Map.entry("order 22 is suspended", () -> suspended(22)),
                Map.entry("order 23 is closed", () -> closed(23)),
                Map.entry("order 61 is ruled on and order 62 is like it", this::ruledOn),
                Map.entry("order 63 awaits its signature", () -> awaitsSignature(63)),
                Map.entry("drafts 76 and 77 are there", this::drafts),
                Map.entry("draft 76 would move order 64 of November 2026", this::november),
                Map.entry("order 24 is in progress", () -> inProgress(24)),
                Map.entry("order 25 has its part signed", () -> partSigned(25)),
                Map.entry("order 26 has its part handed in", () -> partHandedIn(26)),
                Map.entry("order 35 awaits its signature", () -> awaitsSignature(35))));
        // With what the examples have left behind.
        AccessMatrix.check();
    }

    /** From departments that no other test asks about; order 11 is another one of them. */
    private void hasLearnt() {
        County.isReady();
        if (made.add(11)) {
            Taught.answered(County.GRID, County.TOWNSHIP, "DUCHA");
            given().header("Authorization", County.administrator())
                    .post("/api/suggestion-models")
                    .then()
                    .statusCode(202);
            Taught.trainsWhatIsWanted();
            Taught.store(List.of(WorkOrder.open(
                    origin(11, Taught.LAMPS, "村东主街路灯不亮，夜间难走", Instant.now()), Deed.automatic(Instant.now()), null)));
        }
    }

    private static void suggestionsDecide() {
        given().header("Authorization", County.administrator())
                .contentType("application/json")
                .body(Map.of("minimumConfidence", 0.95))
                .put("/api/suggestion-policies/ZX01")
                .then()
                .statusCode(200);
    }

    private void awaitsDispatch(int n) {
        make(n, null);
    }

    private void awaitsSignature(int n) {
        var why = new Assignment.Why(UUID.randomUUID(), 1, "权责清单（演示）第8条");
        make(n, new Assignment(County.WATER, List.of(County.TOWNSHIP, County.POWER), why));
    }

    private void inProgress(int n) {
        awaitsSignature(n);
        done(County.sign(id(n)).statusCode());
    }

    private void replied(int n) {
        inProgress(n);
        done(County.reply(id(n)).statusCode());
    }

    private void returned(int n) {
        awaitsSignature(n);
        done(County.returnAsNotOurs(County.WATER, id(n)).statusCode());
    }

    private void inArbitration(int n) {
        returned(n);
        var rejection = Map.of("accept", false, "reason", "职责范围内");
        done(County.act(County.dispatcher(), id(n), "return-ruling", rejection).statusCode());
        done(County.returnAsNotOurs(County.WATER, id(n)).statusCode());
    }

    private void forwardedOut(int n) {
        awaitsDispatch(n);
        var forwarding = Map.of("externalNumber", "SZ12345-A%04d".formatted(n), "reason", "属市级管养道路");
        done(County.act(County.dispatcher(), id(n), "forwarding", forwarding).statusCode());
    }

    private void extensionAsked(int n) {
        inProgress(n);
        var extension = Map.of("until", "2050-03-31", "reason", "管材到货延迟");
        done(County.act(County.clerkOf(County.WATER), id(n), "extension", extension)
                .statusCode());
    }

    private void waiting(int n) {
        inProgress(n);
        done(County.act(County.clerkOf(County.WATER), id(n), "waiting", Map.of("contactLog", "约定周六上门"))
                .statusCode());
    }

    private void suspensionProposed(int n) {
        inProgress(n);
        var plan = Map.of("kind", "NO_FUNDS", "plan", "列入明年水利项目", "reviewOn", "2050-03-01");
        done(County.act(County.headOf(County.WATER), id(n), "suspension", plan).statusCode());
    }

    private void suspended(int n) {
        suspensionProposed(n);
        done(County.act(County.supervisor(), id(n), "suspension-ruling", Map.of("accept", true))
                .statusCode());
    }

    private void partSigned(int n) {
        inProgress(n);
        done(County.act(County.clerkOf(County.POWER), id(n), "assisting/JX04/sign", Map.of())
                .statusCode());
    }

    private void partHandedIn(int n) {
        partSigned(n);
        done(County.act(County.clerkOf(County.POWER), id(n), "assisting/JX04/hand-in", Map.of("text", "加压泵已恢复供电。"))
                .statusCode());
    }

    private void partsConfirmed(int n) {
        inProgress(n);
        County.assist(id(n));
    }

    private void closed(int n) {
        replied(n);
        done(County.review(id(n), true, "属实").statusCode());
        County.followUp(id(n), 1, Answer.YES);
        County.awaitState(id(n), "CLOSED");
    }

    /** Under numbers that examples can name: tests before this one may have drafted others. */
    private void drafts() {
        transactions
                .run(now -> sql.update(DRAFTS, now).chain(() -> sql.update(RULE)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private void november() {
        drafts();
        make(64, null, Instant.parse("2026-11-05T01:40:00Z"));
    }

    private void ruledOn() {
        if (!made.contains(61)) {
            inArbitration(61);
            var ruling = Map.of("lead", County.POWER, "minutes", "经会商，由供电公司负责");
            done(County.act(County.supervisor(), id(61), "arbitration-ruling", ruling)
                    .statusCode());
            awaitsSignature(62);
        }
    }

    private static void done(int status) {
        assertThat(status).isEqualTo(200);
    }

    private static UUID id(int n) {
        return UUID.fromString("0198c0de-0000-7000-8000-%012d".formatted(n));
    }

    private void make(int n, Assignment assignment) {
        make(n, assignment, null);
    }

    /** @param openedAt null: now */
    private void make(int n, Assignment assignment, Instant openedAt) {
        if (!made.add(n)) {
            return;
        }
        transactions
                .run(now -> {
                    var deed = Deed.automatic(now);
                    var opened = WorkOrder.open(origin(n, openedAt == null ? now : openedAt), deed, null);
                    var life = assignment == null
                            ? opened
                            : opened.then(order -> order.dispatch(assignment, "权责清单（演示）第8条", deed));
                    workOrders.announce(life, null);
                    return workOrders.openAll(List.of(life));
                })
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    /** With one delivery of before. */
    private void subscribed(int n) {
        var id = UUID.fromString("0198c0de-0000-7000-8004-%012d".formatted(n));
        var subscription = Subscription.of(
                new DivisionCode("370828"), County.WATER, HookUrl.of("https://oa.example.org/minyi5"), List.of());
        if (made.add(-n)) {
            transactions
                    .run(now -> webhooks.add(id, subscription, "head-JX03", now)
                            .chain(() -> sql.update(
                                    DELIVERED,
                                    UUID.fromString("0198c0de-0000-7000-8005-%012d".formatted(n)),
                                    id,
                                    id(1),
                                    now)))
                    .await()
                    .atMost(Duration.ofSeconds(10));
        }
    }

    private static Origin origin(int n, Instant openedAt) {
        return origin(n, County.ONE_RULE, "自来水水压低，二楼上不去水。", openedAt);
    }

    private static Origin origin(int n, String category, String text, Instant openedAt) {
        var request = new CitizenRequest(
                UUID.fromString("0198c0de-0000-7000-8001-%012d".formatted(n)),
                new GridCode(County.GRID),
                category,
                Urgency.NORMAL,
                text,
                new CitizenRequest.Citizen(false, "王**", "138****5678"),
                County.TEAM,
                Instant.parse("2026-11-05T01:00:00Z"));
        return new Origin(id(n), "GD20261105-E%05d".formatted(n), request, openedAt, false);
    }
}
