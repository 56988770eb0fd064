package cn.minyi5.intake;

import static cn.minyi5.intake.County.as;
import static cn.minyi5.intake.Submissions.forwarded;
import static cn.minyi5.intake.Submissions.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.privacy.Encrypted;
import cn.minyi5.privacy.EnvelopeEncryption;
import cn.minyi5.privacy.KeyStore;
import cn.minyi5.privacy.MasterKeys;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal data, its keys (DOMAIN §7): a store of their own with a short backup, and a master key that rotates. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class KeyStoreTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @ConfigProperty(name = "minyi5.privacy.master-keys")
    Path masterKeys;

    @TempDir
    Path directory;

    @Test
    void theMasterKeyRotatesWhileSubmissionsAndDisclosuresGoOn() throws Exception {
        var team = County.team();
        var before = submitted(team);
        var during = new ConcurrentLinkedQueue<UUID>();
        var old = Files.copy(masterKeys, directory.resolve("old.json"));
        var rotated = new AtomicBoolean();
        Callable<Void> load = () -> {
            while (!rotated.get()) {
                during.add(submitted(team));
                assertDisclosed(team, before);
            }
            return null;
        };

        var threads = Executors.newFixedThreadPool(2);
        try (var connection = Tables.connection()) {
            var loads = List.of(threads.submit(load), threads.submit(load));
            // Under way before it begins, and still when it has ended, however slow the machine is.
            await().until(() -> !during.isEmpty());
            new KeyStore(connection, County.OPERATOR).rotate(MasterKeys.in(masterKeys), Duration.ofMillis(500));
            await().until(() -> during.size() > 2);
            rotated.set(true);
            for (var each : loads) {
                each.get();
            }
        } finally {
            rotated.set(true);
            threads.shutdown();
        }
        var after = submitted(team);

        assertThat(during).hasSizeGreaterThan(2);
        Stream.concat(during.stream(), Stream.of(before, after)).forEach(id -> assertDisclosed(team, id));
        var formerly = new EnvelopeEncryption(MasterKeys.in(old));
        var now = new EnvelopeEncryption(MasterKeys.in(masterKeys));
        for (var id : Stream.concat(during.stream(), Stream.of(before, after)).toList()) {
            assertThat(now.decrypt(stored(id), "request/" + id)).asString().contains("13800005678");
            assertThatThrownBy(() -> formerly.decrypt(stored(id), "request/" + id))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aSubmissionThatComesAgainAfterARotationIsStillTheSame() throws Exception {
        var team = County.team();
        var visit = visit(team.grid(), forwarded(UUID.randomUUID()));
        team.submit(visit);

        try (var connection = Tables.connection()) {
            new KeyStore(connection, County.OPERATOR).rotate(MasterKeys.in(masterKeys), Duration.ZERO);
        }

        team.submit("another-" + visit.get("visitId"), visit).then().statusCode(201);
    }

    @Test
    void whatIsDoneToKeysAtTheShellIsLoggedByWhoDidIt() throws Exception {
        var name = "operator-" + UUID.randomUUID();
        Path backup;
        try (var connection = Tables.connection()) {
            var store = new KeyStore(connection, new KeyStore.Operator(name, County.JINXIANG));
            backup = store.backUp(directory, Instant.now(), WEEK);
            store.restore(backup);
            store.rotate(MasterKeys.in(masterKeys), Duration.ZERO);
        }

        as(County.administrator())
                .queryParam("subject", backup.getFileName().toString())
                .get("/api/change-log")
                .then()
                .body("items.operation", equalTo(List.of("restoreKeys", "backUpKeys")))
                .body("items.username", equalTo(List.of(name, name)))
                .body("items.agent", equalTo(List.of("deploy/keys", "deploy/keys")));
        assertThat(Tables.count("change_log where operation = 'rotateMasterKey' and username = ?", name))
                .isOne();
    }

    @Test
    void keysThatWereLostComeBackFromTheirBackup() throws Exception {
        var team = County.team();
        var id = submitted(team);
        var backup = backUp(WEEK);
        Tables.change("delete from keys.data_key where id = ?", id);

        assertThat(restore(backup)).isEqualTo(1);

        assertDisclosed(team, id);
    }

    @Test
    void whoWasErasedSinceTheBackupDoesNotComeBackWithIt() throws Exception {
        var team = County.team();
        var id = submitted(team);
        var backup = backUp(WEEK);
        as(County.administrator())
                .body(Map.of("reason", "本人申请"))
                .post("/api/requests/{id}/erasure", id)
                .then()
                .statusCode(200);

        assertThat(restore(backup)).isZero();
        var afterwards = backUp(WEEK);
        Tables.change("delete from keys.erasure where id = ?", id);
        restore(afterwards);
        restore(backup);

        assertThat(Tables.count("keys.data_key where id = ?", id)).isZero();
    }

    @Test
    void backupsOfKeysAreKeptForDaysAlone() throws Exception {
        var old = backUp(WEEK);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        var young = backUp(WEEK);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private Path backUp(Duration kept) throws SQLException, IOException {
        try (var connection = Tables.connection()) {
            return new KeyStore(connection, County.OPERATOR).backUp(directory, Instant.now(), kept);
        }
    }

    private static int restore(Path backup) throws SQLException, IOException {
        try (var connection = Tables.connection()) {
            return new KeyStore(connection, County.OPERATOR).restore(backup);
        }
    }

    private static UUID submitted(County.Team team) {
        var id = UUID.randomUUID();
        team.submit(visit(team.grid(), forwarded(id)));
        return id;
    }

    private static void assertDisclosed(County.Team team, UUID id) {
        as(team.secretary())
                .body(Map.of("reason", "约定回访时间"))
                .post("/api/requests/{id}/contact-disclosures", id)
                .then()
                .statusCode(200)
                .body("phone", equalTo("13800005678"));
    }

    private static Encrypted stored(UUID id) {
        return new Encrypted(
                bytes("select encode(wrapped_key, 'hex') from keys.data_key where id = ?", id),
                bytes("select encode(content, 'hex') from particulars where request_id = ?", id));
    }

    private static byte[] bytes(String sql, UUID id) {
        return HexFormat.of().parseHex(Tables.text(sql, id));
    }
}
