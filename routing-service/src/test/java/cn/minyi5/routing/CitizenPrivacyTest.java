package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.contracts.RequestEvent.BlindWord;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.privacy.BlindWords;
import cn.minyi5.routing.workorder.OldContactLogs;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Personal data in what is typed (DOMAIN §7): contact logs, replies, minutes and timelines lose phone and identity numbers
 * and the contact's own name and address; the contact log is sealed, and goes with who is erased.
 */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class CitizenPrivacyTest {

    private static final String TYPED = "已告知王大明（村东头３号），电话138 0000 5678";
    private static final String KEPT = "已告知王**（***），电话***";

    @Inject
    AgroalDataSource database;

    @Inject
    OldContactLogs oldContactLogs;

    @ConfigProperty(name = "minyi5.privacy.striking-key")
    String strikingKey;

    private UUID requestId;
    private UUID id;

    @BeforeEach
    void anOrderOfSomebodyWithNameAndAddress() {
        County.isReady();
        var told = County.request(County.ONE_RULE, County.GRID, false, null);
        requestId = told.requestId();
        Events.send(
                new RequestEvent.Forwarded(
                        requestId,
                        told.visitId(),
                        told.gridCode(),
                        told.categoryCode(),
                        told.urgency(),
                        told.text(),
                        told.citizen(),
                        told.teamCode(),
                        told.visitedAt(),
                        false,
                        null,
                        blindWords()),
                Instant.now());
        id = County.orderOf(requestId);
    }

    @Test
    void whateverIsTypedAboutACitizenLosesNumbersNameAndAddress() {
        County.returnAsNotOurs(County.WATER, id);
        County.act(County.dispatcher(), id, "return-ruling", Map.of("accept", false, "reason", TYPED));
        replied();
        County.review(id, false, TYPED);

        var order = County.see(id);
        assertThat(order.<String>getList("timeline.words"))
                .filteredOn(words -> words != null && words.contains("告知"))
                .hasSize(3)
                .allMatch(KEPT::equals);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(Events.of(WorkOrderEvent.ReturnRejected.class, id.toString()))
                    .singleElement()
                    .satisfies(heard -> assertThat(heard.event().reason()).isEqualTo(KEPT));
            assertThat(Events.of(WorkOrderEvent.Replied.class, id.toString()))
                    .singleElement()
                    .satisfies(heard -> assertThat(heard.event().text()).isEqualTo(KEPT));
            assertThat(Events.of(WorkOrderEvent.ReplySentBack.class, id.toString()))
                    .singleElement()
                    .satisfies(heard -> assertThat(heard.event().reason()).isEqualTo(KEPT));
        });
    }

    @Test
    void theContactLogIsSealedAndReadWhereTheReplyIs() {
        var answer = replied();

        assertThat(answer.getString("reply.contactLog")).isNull();
        for (var reader : List.of(County.clerkOf(County.WATER), County.dispatcher(), County.supervisor())) {
            assertThat(County.see(reader, id).getString("reply.contactLog")).isEqualTo(KEPT);
        }
        assertThat(text("select reply_text || contact_log from work_order where id = ?", id))
                .startsWith(KEPT + "sealed.v1:")
                .doesNotEndWith(KEPT);
        assertThat(text("select coalesce(string_agg(answer::text, ' '), '') from idempotent_answer"))
                .doesNotContain("contactLog\":\"");
        assertThat(County.list(County.supervisor(), Map.of("limit", "200")).getList("items.reply.contactLog"))
                .containsOnlyNulls();
    }

    @Test
    void theNextReplyIsSealedUnderTheSameKey() {
        replied();
        County.review(id, false, "请补充现场情况");
        replied();

        assertThat(County.see(id).getString("reply.contactLog")).isEqualTo(KEPT);
        assertThat(text("select count(*) from keys.data_key where id = ?", requestId))
                .isEqualTo("1");
    }

    @Test
    void whoIsErasedTakesTheContactLogAlongAndRestoredRowsCannotBeRead() throws SQLException {
        replied();
        var sealed = text("select contact_log from work_order where id = ?", id);

        Events.send(new RequestEvent.Erased(requestId), Instant.now());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(County.see(id).getString("reply.contactLog")).isNull());

        change("update work_order set contact_log = ? where id = ?", sealed, id);
        assertThat(County.see(id).getString("reply.contactLog")).isNull();
        assertThat(County.see(id).getString("reply.text")).isEqualTo(KEPT);
        assertThat(text("select count(*) from blind_word where request_id = ?", requestId))
                .isEqualTo("0");
    }

    @Test
    void aContactLogOfBeforeThereWasASealIsSealedAndThenErasedLikeAnyOther() throws SQLException {
        replied();
        change("delete from keys.data_key where id = ?", requestId);
        change("update work_order set contact_log = ? where id = ?", TYPED, id);

        oldContactLogs.sealAll().await().atMost(Duration.ofSeconds(20));

        assertThat(text("select contact_log from work_order where id = ?", id)).startsWith("sealed.v1:");
        assertThat(County.see(id).getString("reply.contactLog")).isEqualTo(KEPT);
        Events.send(new RequestEvent.Erased(requestId), Instant.now());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(County.see(id).getString("reply.contactLog")).isNull());
    }

    @Test
    void aContactLogOfBeforeOfSomebodyWhoWasErasedIsGone() throws SQLException {
        replied();
        Events.send(new RequestEvent.Erased(requestId), Instant.now());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(County.see(id).getString("reply.contactLog")).isNull());
        change("update work_order set contact_log = ? where id = ?", TYPED, id);

        oldContactLogs.sealAll().await().atMost(Duration.ofSeconds(20));

        assertThat(County.see(id).getString("reply.contactLog")).isNull();
        assertThat(text("select contact_log from work_order where id = ?", id)).isEqualTo("sealed.v1:");
        assertThat(text("select count(*) from keys.data_key where id = ?", requestId))
                .isEqualTo("0");
    }

    private List<BlindWord> blindWords() {
        return new BlindWords(strikingKey)
                .of("王大明", "村东头3号", "request/" + requestId).stream()
                        .map(word -> new BlindWord(word.length(), word.mac(), word.instead()))
                        .toList();
    }

    private JsonPath replied() {
        County.sign(id);
        County.assist(id);
        return County.act(
                        County.clerkOf(County.WATER),
                        id,
                        "reply",
                        Map.of("resultCode", "SOLVED", "text", TYPED, "contactLog", TYPED))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String text(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (var result = statement.executeQuery()) {
                return result.next() ? String.valueOf(result.getString(1)) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }
}
