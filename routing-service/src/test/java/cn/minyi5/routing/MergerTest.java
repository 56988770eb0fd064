package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.WorkOrderDiversionEvent.Merged;
import cn.minyi5.contracts.WorkOrderDiversionEvent.Unmerged;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 并案: what goes on for both, what is told of it, and what becomes of the one that waits. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class MergerTest {

    private UUID parent;
    private UUID child;

    @BeforeEach
    void twoOrdersAtTheDesk() {
        County.isReady();
        parent = County.forward(County.NO_RULE);
        child = County.forward(County.NO_RULE);
    }

    @Test
    void whoAskedForEitherIsToldOfTheMergerAndOfTheAnswer() {
        merged(child);

        var order = County.see(child);
        assertThat(order.getString("state")).isEqualTo("MERGED");
        assertThat(order.getString("holder")).isEqualTo("NOBODY");
        assertThat(order.getString("parent")).isEqualTo(number(parent));
        assertThat(order.getString("timeline[-1].words")).isEqualTo(number(parent) + "：同一停水问题");
        assertTold(Merged.class, child, told -> {
            assertThat(told.requestId()).hasToString(order.getString("requestId"));
            assertThat(told.parentId()).isEqualTo(parent);
            assertThat(told.parentRequestId()).hasToString(County.see(parent).getString("requestId"));
        });

        answeredByWater(parent);
        assertTold(WorkOrderEvent.ReplyAccepted.class, parent, told -> assertThat(told.requestId())
                .hasToString(County.see(parent).getString("requestId")));
        assertThat(County.see(child).getString("state")).isEqualTo("MERGED");
    }

    @Test
    void whatADepartmentHasInHandTakesAnotherOrderInAndStaysAsItIs() {
        dispatchedToWater(parent);
        assertThat(County.sign(parent).statusCode()).isEqualTo(200);
        var before = County.see(parent);

        merged(child);

        assertThat(County.see(child).getString("closedAt")).isNotNull();
        assertThat(County.see(parent).getString("state")).isEqualTo("IN_PROGRESS");
        assertThat(County.see(parent).getInt("version")).isEqualTo(before.getInt("version"));
    }

    @Test
    void whatMayNotBeMergedIsRefusedAndStaysAsItWas() {
        var other = County.forward(County.NO_RULE);
        merged(child);

        refused(merge(County.dispatcher(), parent, number(other)), 409, "work-order.parent-of-others");
        refused(merge(County.dispatcher(), other, number(child)), 409, "work-order.parent-not-open");
        refused(merge(County.dispatcher(), other, number(other)), 400, "work-order.parent-is-itself");
        refused(merge(County.dispatcher(), other, "GD20260101-999999"), 400, "work-order.parent-unknown");
        refused(merge(County.dispatcher(), child, number(parent)), 409, "work-order.wrong-state");
        refused(merge(County.clerkOf(County.WATER), other, number(parent)), 403, "actor.wrong-role");
        assertThat(County.actions(other)).containsExactly("OPEN");
        assertThat(County.actions(parent)).containsExactly("OPEN");
    }

    @Test
    void whenTheParentIsWithdrawnItsChildrenAreAtTheDeskAgainAndGoTheirOwnWay() {
        var second = County.forward(County.NO_RULE);
        merged(child);
        merged(second);
        dispatchedToWater(parent);

        withdraw(parent);

        for (var one : List.of(child, second)) {
            County.awaitState(one, "AWAITING_DISPATCH");
            var order = County.see(one);
            assertThat(order.getString("holder")).isEqualTo("DESK");
            assertThat(order.getString("parent")).isNull();
            assertThat(order.getString("closedAt")).isNull();
            assertThat(County.actions(one)).containsExactly("OPEN", "MERGE", "UNMERGE");
            assertThat(order.getString("timeline[-1].words")).isEqualTo(number(parent) + "：已撤回");
            assertTold(Unmerged.class, one, told -> {
                assertThat(told.requestId()).hasToString(order.getString("requestId"));
                assertThat(told.parentId()).isEqualTo(parent);
                assertThat(told.parentState()).isEqualTo("WITHDRAWN");
            });
        }
        dispatchedToWater(child);
        assertThat(County.see(child).getString("state")).isEqualTo("AWAITING_SIGN");
        merged(second, child);
    }

    @Test
    void whenTheParentIsNotAcceptedItsChildrenAreAtTheDeskInTheSameMoment() {
        merged(child);

        var refusal = Map.of("reason", "NOTHING_CONCRETE");
        assertThat(County.act(County.dispatcher(), parent, "refusal", refusal).statusCode())
                .isEqualTo(200);

        assertThat(County.see(child).getString("state")).isEqualTo("AWAITING_DISPATCH");
        assertThat(County.see(child).getString("timeline[-1].at"))
                .isEqualTo(County.see(parent).getString("timeline[-1].at"));
        assertTold(Unmerged.class, child, told -> assertThat(told.parentState()).isEqualTo("NOT_ACCEPTED"));
    }

    @Test
    void whoWasAnsweredBeforeTheParentWasWithdrawnStaysMerged() {
        merged(child);
        answeredByWater(parent);

        withdraw(parent);

        County.awaitState(parent, "WITHDRAWN");
        assertThat(County.actions(child)).containsExactly("OPEN", "MERGE");
        assertThat(Events.of(Unmerged.class, child.toString())).isEmpty();
    }

    @Test
    void whatWasMergedIsWithdrawnByItsCitizenAndTheParentGoesOn() {
        merged(child);

        withdraw(child);

        County.awaitState(child, "WITHDRAWN");
        assertThat(County.see(child).getString("parent")).isNull();
        assertThat(County.actions(child)).containsExactly("OPEN", "MERGE", "WITHDRAW");
        assertThat(County.actions(parent)).containsExactly("OPEN");
        withdraw(parent);
        County.awaitState(parent, "WITHDRAWN");
        assertThat(County.see(child).getString("state")).isEqualTo("WITHDRAWN");
    }

    private void merged(UUID order) {
        merged(order, parent);
    }

    private static void merged(UUID order, UUID into) {
        assertThat(merge(County.dispatcher(), order, number(into)).statusCode()).isEqualTo(200);
    }

    private static Response merge(String bearer, UUID order, String parent) {
        return County.act(bearer, order, "merge", Map.of("parent", parent, "reason", "同一停水问题"));
    }

    private static void dispatchedToWater(UUID order) {
        var to = Map.of("lead", County.WATER, "reason", "供水归口");
        assertThat(County.act(County.dispatcher(), order, "dispatch", to).statusCode())
                .isEqualTo(200);
    }

    private static void answeredByWater(UUID order) {
        dispatchedToWater(order);
        assertThat(County.sign(order).statusCode()).isEqualTo(200);
        assertThat(County.reply(order).statusCode()).isEqualTo(200);
        assertThat(County.review(order, true, "属实").statusCode()).isEqualTo(200);
    }

    private static void withdraw(UUID order) {
        var requestId = UUID.fromString(County.see(order).getString("requestId"));
        Events.send(
                new RequestEvent.Withdrawn(
                        requestId, "问题已自行解决", "secretary001", OffsetDateTime.parse("2026-11-05T10:00:00+08:00")),
                Instant.now());
    }

    private static String number(UUID order) {
        return County.see(order).getString("number");
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(code).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }

    private static <E extends WorkOrderEvent> void assertTold(Class<E> type, UUID order, Consumer<E> what) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Events.of(type, order.toString()))
                .singleElement()
                .satisfies(heard -> what.accept(heard.event())));
    }
}
