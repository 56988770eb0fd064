package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.WorkOrderDiversionEvent.Merged;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 并案. Another order goes on for both. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class MergeTest {

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void whatWaitsIsMergedIntoWhatWaitsTooOrIsInADepartmentsHandsAndWhoAskedIsTold() {
        var waiting = County.forward(County.NO_RULE);
        var inProgress = County.forward(County.ONE_RULE);
        assertThat(County.sign(inProgress).statusCode()).isEqualTo(200);

        assertIsMergedInto(waiting);
        assertIsMergedInto(inProgress);
    }

    private static void assertIsMergedInto(UUID parent) {
        var before = County.see(parent);
        var order = County.forward(County.NO_RULE);

        var merged = merge(County.dispatcher(), order, before.getString("number"));

        assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
        var after = County.see(order);
        assertThat(after.getString("state")).isEqualTo("MERGED");
        assertThat(after.getString("parent")).isEqualTo(before.getString("number"));
        assertThat(after.getString("closedAt")).isNotNull();
        assertThat(after.getString("timeline[-1].words")).contains("同一处停水");
        assertThat(County.see(parent).getString("state")).isEqualTo(before.getString("state"));
        assertThat(County.see(parent).getInt("version")).isEqualTo(before.getInt("version"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Events.of(Merged.class, order.toString()))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.event().requestId()).hasToString(after.getString("requestId"));
                    assertThat(told.event().parentId()).isEqualTo(parent);
                    assertThat(told.event().parentRequestId()).hasToString(before.getString("requestId"));
                }));
    }

    @Test
    void whatOthersWereMergedIntoIsMergedNoMoreAndWhatADepartmentHasNeither() {
        var parent = County.forward(County.NO_RULE);
        var other = number(County.forward(County.NO_RULE));
        var dispatched = County.forward(County.ONE_RULE);
        assertThat(merge(County.dispatcher(), County.forward(County.NO_RULE), number(parent))
                        .statusCode())
                .isEqualTo(200);

        assertIsRefused(merge(County.dispatcher(), parent, other), 409, "work-order.parent-of-others");
        assertIsRefused(merge(County.dispatcher(), dispatched, other), 409, "work-order.wrong-state");
        assertIsRefused(merge(County.dispatcher(), parent, "GD19990101-000001"), 400, "work-order.parent-unknown");
        assertThat(merge(County.clerkOf(County.WATER), dispatched, other).statusCode())
                .isEqualTo(403);
        assertThat(County.see(parent).getString("state")).isEqualTo("AWAITING_DISPATCH");
    }

    private static void assertIsRefused(Response refused, int status, String code) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.jsonPath().getString("code")).isEqualTo(code);
    }

    private static Response merge(String bearer, UUID order, String parent) {
        return County.act(bearer, order, "merge", Map.of("parent", parent, "reason", "同一处停水"));
    }

    private static String number(UUID order) {
        return County.see(order).getString("number");
    }
}
