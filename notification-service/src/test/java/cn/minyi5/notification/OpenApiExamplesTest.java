package cn.minyi5.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.minyi5.messaging.Sql;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.notification.document.SampleBulletin;
import cn.minyi5.testing.AccessMatrix;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.Examples;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
@QuarkusTestResource(MailServer.Settings.class)
class OpenApiExamplesTest {

    private static final UUID BULLETIN = UUID.fromString("01998a5c-0000-7000-8000-000000000018");
    private static final UUID ID = UUID.fromString("01998a5c-0000-7000-8000-000000000001");
    private static final String MESSAGE =
            """
            insert into message (id, event_id, occasion, about, place, confidential, subject, body, written_at)
            values ($1, $1, 'RED', '0198f2c4-6b1e-7c3a-9d20-5b6a1f0c7e11', '370828101203001', false,
                '红牌：工单 2026-000001 没有按时签收', '还没有签收的，请经办人现在就签收。', now())
            on conflict do nothing""";
    private static final String DELIVERY =
            """
            insert into delivery (id, message_id, recipient, channel, address, state, ended_at)
            values ($1, $1, 'clerk001', 'IN_APP', 'clerk001', 'SUCCEEDED', now())
            on conflict do nothing""";

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Test
    void everyOperationAnswersAsItsExampleSaysAndToThoseOfTheAccessMatrix() {
        Examples.check(Map.of("a message in the inbox", this::message, "a bulletin on paper", this::bulletin));
        // With what the examples have left behind.
        AccessMatrix.check();
    }

    private void message() {
        transactions
                .run(now -> sql.update(MESSAGE, ID).chain(() -> sql.update(DELIVERY, ID)))
                .await()
                .indefinitely();
    }

    private void bulletin() {
        var bulletin = SampleBulletin.of(BULLETIN, 18);
        SampleBulletin.pages(bulletin).forEach(page -> Events.send(page, Instant.now()));
        Events.send(bulletin.issued(), Instant.now(), BULLETIN);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().header("Authorization", Office.open().head.bearer())
                                .get("/api/documents/" + BULLETIN + "/docx")
                                .statusCode()
                        == 200);
    }
}
