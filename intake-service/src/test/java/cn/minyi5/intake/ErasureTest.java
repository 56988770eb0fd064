package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import cn.minyi5.contracts.RequestEvent;
import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import cn.minyi5.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Personal data, erasure (DOMAIN §7): afterwards neither live rows nor a restored backup can be read. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ErasureTest {

    private static final String WORDS = "群众001说水管破裂，电话13800005678";

    @Inject
    EnvelopeEncryption encryption;

    private final UUID id = UUID.randomUUID();
    private County.Team team;

    @BeforeEach
    void aForwardedRequest() {
        team = County.team();
        team.submit(visit(team.grid(), forwarded(id, County.WATER, WORDS)));
    }

    @Test
    void theAdministratorErasesForAReasonAndGetsAReceipt() {
        erase(County.administrator(), id, "群众001本人申请，经办13911112222")
                .statusCode(200)
                .body("requestId", equalTo(id.toString()))
                .body("erasedBy", equalTo("administrator"))
                .body("reason", equalTo("群**本人申请，经办***"))
                .body("erased", hasItems("name", "phone", "address", "text"));

        as(team.secretary())
                .get("/api/requests/{id}", id)
                .then()
                .statusCode(200)
                .body("text", equalTo("群**说水管破裂，电话***"))
                .body("contact.name", equalTo(null))
                .body("contact.phone", equalTo(null));
        as(team.secretary())
                .body(Map.of("reason", "约定回访时间"))
                .post("/api/requests/{id}/contact-disclosures", id)
                .then()
                .statusCode(404);
    }

    @Test
    void aBackupThatIsRestoredAfterwardsCannotBeReadEither() {
        // Somebody else, whose key is left and opens nothing of hers
        team.submit(visit(team.grid(), forwarded(UUID.randomUUID(), County.WATER, WORDS)));
        var wrappedKey = Tables.text("select encode(wrapped_key, 'hex') from keys.data_key where id = ?", id);
        var content = Tables.text("select encode(content, 'hex') from particulars where request_id = ?", id);
        assertThat(encryption.decrypt(encrypted(wrappedKey, content), "request/" + id))
                .asString()
                .contains("13800005678");
        var backup = ownTables();
        assertThat(backup).contains(content).doesNotContain(wrappedKey);

        erase(County.administrator(), id, "本人申请").statusCode(200);
        Tables.change("insert into particulars values (?, decode(?, 'hex'))", id, content);

        as(team.secretary())
                .get("/api/requests/{id}", id)
                .then()
                .statusCode(200)
                .body("contact.name", equalTo(null));
        assertThat(Tables.count("keys.data_key where id = ?", id)).isZero();
        for (var left : Tables.text(
                        "select string_agg(encode(wrapped_key, 'hex'), ' ') from keys.data_key where kind = 'request'")
                .split(" ")) {
            assertThatThrownBy(() -> encryption.decrypt(encrypted(left, content), "request/" + id))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theOthersHearThatTheyForgetHerToo() {
        erase(County.administrator(), id, "本人申请").statusCode(200);
        erase(County.administrator(), id, "本人申请").statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.of(RequestEvent.Erased.class, id.toString()))
                        .hasSize(1));
    }

    @Test
    void whoErasesAgainGetsTheFirstReceipt() {
        var first = erase(County.administrator(), id, "本人申请").extract().asString();

        assertThat(erase(County.administrator(), id, "再来一次").extract().asString())
                .isEqualTo(first);
        assertThat(Tables.count("keys.erasure where id = ?", id)).isEqualTo(1);
    }

    @Test
    void nobodyErasesWithoutAReasonOrOutsideTheirPlace() {
        erase(County.administrator(), id, " ").statusCode(400).body("code", equalTo("erasure.reason-missing"));
        erase(County.administrator(), id, "长".repeat(201)).statusCode(400).body("code", equalTo("reason.too-long"));
        var elsewhere = Tokens.of("elsewhere").role("administrator").division("370829");
        erase(elsewhere, id, "本人申请").statusCode(404).body("code", equalTo("request.unknown"));
        erase(County.administrator(), UUID.randomUUID(), "本人申请").statusCode(404);
        erase(County.supervisor(), id, "本人申请").statusCode(403);

        assertThat(Tables.count("keys.data_key where id = ?", id)).isEqualTo(1);
    }

    @Test
    void ofAComplaintAboutOfficialsATownshipsAdministratorLearnsNothing() {
        var complaint = UUID.randomUUID();
        team.submit(visit(team.grid(), forwarded(complaint, County.ABOUT_OFFICIALS, "对工作人员的意见")));

        var town = Tokens.of("town").role("administrator").division("370828101");
        erase(town, complaint, "本人申请").statusCode(404);
        erase(County.administrator(), complaint, "本人申请").statusCode(200);
    }

    /** What a backup of the service has: all tables outside the store of keys, as text. */
    private static String ownTables() {
        return Tables.text(
                "select string_agg(query_to_xml(format('select t::text from %I t', tablename), true, true, '')::text, ' ') "
                        + "from pg_tables where schemaname = 'public'");
    }

    private static Encrypted encrypted(String wrappedKey, String content) {
        return new Encrypted(HexFormat.of().parseHex(wrappedKey), HexFormat.of().parseHex(content));
    }

    private static ValidatableResponse erase(Tokens who, UUID request, String reason) {
        return as(who).body(Map.of("reason", reason))
                .post("/api/requests/{id}/erasure", request)
                .then();
    }
}
