package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class WithdrawalTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void county() {
        County.isReady();
    }

    @Test
    void whatItsCitizenWithdrawsEndsWhereverItIsAndWhoHadItReadsWhy() {
        for (var id : List.of(
                County.forward(County.NO_RULE), County.forward(County.ONE_RULE), replied(), County.answered())) {
            withdraw(id);
            County.awaitState(id, "WITHDRAWN");

            var order = County.see(id);
            assertThat(order.getString("holder")).isEqualTo("NOBODY");
            assertThat(order.getString("closedAt")).isNotNull();
            assertThat(order.getString("timeline[-1].action")).isEqualTo("WITHDRAW");
            assertThat(order.getString("timeline[-1].by")).isEqualTo("secretary001");
            assertThat(order.getString("timeline[-1].words")).isEqualTo("问题已自行解决");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(Events.of(WorkOrderEvent.Withdrawn.class, id.toString()))
                            .singleElement()
                            .satisfies(heard -> {
                                assertThat(heard.event().department()).isEqualTo(order.getString("lead"));
                                assertThat(heard.event().facts()).isNotNull();
                            }));
        }
    }

    @RepeatedTest(5)
    void ofAWithdrawalAndASignatureAtOnceNeitherIsLost() {
        var id = County.forward(County.ONE_RULE);

        var signature = CompletableFuture.supplyAsync(() -> County.sign(id).statusCode());
        withdraw(id);
        County.awaitState(id, "WITHDRAWN");

        if (signature.join() == 200) {
            assertThat(County.actions(id)).containsExactly("OPEN", "DISPATCH", "SIGN", "WITHDRAW");
        } else {
            assertThat(signature.join()).isEqualTo(409);
            assertThat(County.actions(id)).containsExactly("OPEN", "DISPATCH", "WITHDRAW");
        }
    }

    @Test
    void whatHasEndedBeforeStaysAsItEnded() {
        var id = County.answered();
        County.followUp(id, 1, Answer.YES);
        County.awaitState(id, "CLOSED");
        var told = withdraw(id);

        await().atMost(Duration.ofSeconds(20)).until(() -> isHeard(told));
        assertThat(County.see(id).getString("state")).isEqualTo("CLOSED");
        assertThat(County.actions(id)).endsWith("FOLLOW_UP");
        assertThat(Events.of(WorkOrderEvent.Withdrawn.class, id.toString())).isEmpty();
    }

    private static UUID replied() {
        var id = County.forward(County.ONE_RULE);
        assertThat(County.sign(id).statusCode()).isEqualTo(200);
        assertThat(County.reply(id).statusCode()).isEqualTo(200);
        return id;
    }

    private boolean isHeard(UUID event) throws SQLException {
        try (var connection = database.getConnection();
                var question = connection.prepareStatement("select from inbox where event_id = ?")) {
            question.setObject(1, event);
            return question.executeQuery().next();
        }
    }

    private static UUID withdraw(UUID id) {
        var requestId = UUID.fromString(County.see(id).getString("requestId"));
        return Events.send(
                new RequestEvent.Withdrawn(
                        requestId, "问题已自行解决", "secretary001", OffsetDateTime.parse("2026-11-05T10:00:00+08:00")),
                Instant.now());
    }
}
