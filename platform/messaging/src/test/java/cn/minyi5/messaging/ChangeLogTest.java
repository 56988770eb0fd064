package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.minyi5.testing.ServiceBackends;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One append-only log: every change in it, chained, and nothing in it edited unnoticed. */
@QuarkusTest
@WithTestResource(ServiceBackends.class)
class ChangeLogTest {

    private static final String CONTENT = "change_content(c)";

    /** Triggers and keys do not bind whoever owns the database. */
    private static final String AS_SUPERUSER = "set local session_replication_role = replica";

    private static final List<WitnessedLinks.Link> NOBODY = List.of();

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Vertx vertx;

    @Inject
    MessagingConfig config;

    @Inject
    ChangeLogSealing sealing;

    @Inject
    Writing writing;

    @Inject
    AgroalDataSource database;

    /** The link in the middle of ten new ones. */
    private long link;

    @BeforeEach
    void tenChangesAreLinked() {
        IntStream.range(0, 10).forEach(n -> change("before").await().atMost(Duration.ofSeconds(10)));
        allIsLinked();
        link = writing.number("select max(link) from change_log_link") - 4;
    }

    @Test
    void changesOfManyWritersAreLinkedOnceAndNoneIsSkippedWhenTwoCopiesLinkAtOnce() throws SQLException {
        // Given another copy, and one change that is written before the others and committed after them
        var otherCopy = new ChangeLogSealing(vertx, transactions, sql, config);
        var subject = UUID.randomUUID().toString();
        var late = database.getConnection();
        late.setAutoCommit(false);
        execute(late, "select pg_current_xact_id()");
        execute(late, "select log_change(null, null, null, null, null, null, 'late', '" + subject + "', false, null)");
        // When several write while both link
        var linking = Multi.createBy()
                .repeating()
                .uni(() -> Uni.combine()
                        .all()
                        .unis(sealing.seal(), otherCopy.seal())
                        .discardItems())
                .atMost(100)
                .collect()
                .last()
                .subscribeAsCompletionStage();
        Multi.createFrom()
                .range(0, 500)
                .onItem()
                .transformToUni(n -> change(subject))
                .merge(20)
                .collect()
                .last()
                .await()
                .atMost(Duration.ofSeconds(60));
        linking.join();
        late.commit();
        late.close();
        allIsLinked();
        // Then all of them are in the chain, each once, and the late one after them
        assertThat(writing.number(
                        "select count(*) from change_log_link join change_log on id = change_id where subject = '"
                                + subject + "'"))
                .isEqualTo(501);
        try (var connection = database.getConnection()) {
            assertThat(check(connection, NOBODY).broken()).isNull();
        }
    }

    @Test
    void whatIsLoggedCannotBeEdited() {
        for (var edit : List.of(
                "update change_log set operation = 'none'",
                "delete from change_log_link",
                "delete from change_log",
                "update change_log_link set hash = ''",
                "truncate change_log")) {
            assertThatThrownBy(() -> writing.numbers(edit)).hasMessageContaining("cannot be edited");
        }
    }

    @Test
    void aLineThatWasEditedIsNamed() throws SQLException {
        broken("update change_log set username = 'somebody' where id = " + changeOf(link), link, "does not fit");
    }

    @Test
    void aLineThatWasRemovedIsNamed() throws SQLException {
        broken("delete from change_log where id = " + changeOf(link), link, "the change is missing");
    }

    @Test
    void aLineThatWasRemovedWithItsLinkIsNamed() throws SQLException {
        broken("delete from change_log_link where link = " + link, link + 1, "link " + link + " before it is missing");
    }

    @Test
    void twoLinesThatChangedPlacesAreNamed() throws SQLException {
        var exchange = "update change_log_link set change_id = case link when %1$d then %2$d else %3$d end"
                        .formatted(link, -changeOf(link + 1), -changeOf(link))
                + " where link in (%d, %d)".formatted(link, link + 1)
                + "; update change_log_link set change_id = -change_id where change_id < 0";
        broken(exchange, link, "does not fit");
    }

    /** With a hash that fits, by whoever knows how it is made: then the next one does not. */
    @Test
    void aLineThatWasSlippedInIsNamed() throws SQLException {
        var slip =
                """
                update change_log_link set link = -link - 1 where link > %1$d;
                update change_log_link set link = -link where link < 0;
                insert into change_log (id, operation, confidential) overriding system value values (-1, 'slipped', false);
                insert into change_log_link
                select %1$d + 1, -1, sha256(l.hash || %2$s) from change_log c, change_log_link l
                where c.id = -1 and l.link = %1$d"""
                        .formatted(link, CONTENT);
        broken(slip, link + 2, "does not fit");
    }

    @Test
    void aLineThatIsPutAtTheEndAndClaimsToBeOldIsNamed() throws SQLException {
        var last = writing.number("select max(link) from change_log_link");
        var slip =
                """
                insert into change_log (id, at, operation, confidential) overriding system value
                values (-1, now() - interval '1 day', 'slipped', false);
                select * from link_changes(-2, 10)""";
        broken(slip, last + 1, "claims to be older");
    }

    @Test
    void aChainThatWasCutOffAtItsEndIsNoticedByWhatTheServiceSaid() throws SQLException {
        asSuperuser("delete from change_log_link where link >= " + link, connection -> {
            assertThat(check(connection, NOBODY).broken()).isNull();
            assertThat(check(connection, saidByTheService()).broken())
                    .isEqualTo("link %1$d is missing: the service once said that there is a link %1$d".formatted(link));
        });
    }

    /** All hashes are computed anew, so that the chain fits: but the service has said each of its links. */
    @Test
    void aChainThatWasWrittenAnewIsNoticedAtItsFirstLinkThatDiffers() throws SQLException {
        var anew =
                """
                create temporary table old_link on commit drop as select * from change_log_link;
                update change_log set username = 'somebody' where id = %1$d;
                delete from change_log_link;
                insert into change_log_link
                select link, change_id, link_hash('', %2$s) over (order by link)
                from old_link join change_log c on c.id = change_id"""
                        .formatted(changeOf(link), CONTENT);
        asSuperuser(anew, connection -> {
            assertThat(check(connection, NOBODY).broken()).isNull();
            var result = check(connection, saidByTheService());
            assertThat(result.broken()).startsWith("link " + link + ",").contains("written anew");
            assertThat(result.links()).isEqualTo(link - 1);
        });
    }

    @Test
    void whatIsSaidOfALinkOnceMoreTakesNothingBack() throws SQLException {
        var said = new WitnessedLinks.Link(link, hashOf(link));
        var otherwise = new WitnessedLinks.Link(link, "0".repeat(64));

        try (var connection = database.getConnection()) {
            assertThat(check(connection, List.of(said, otherwise)).broken()).isNull();
            assertThat(check(connection, List.of(otherwise, said)).broken()).startsWith("link " + link + ",");
        }
    }

    @Test
    void everyLinkIsSaid() throws SQLException {
        try (var connection = database.getConnection()) {
            var result = check(connection, saidByTheService());

            assertThat(result.broken()).isNull();
            assertThat(result.witnessed()).isGreaterThanOrEqualTo(link + 4);
        }
    }

    @Test
    void theCommandSaysHowManyLinksHoldAndWhichDoesNot(@TempDir Path home)
            throws IOException, SQLException, ExecutionException, InterruptedException {
        allIsSaid();
        var elsewhere = "forged-" + UUID.randomUUID() + ".";
        var witness = ChangeLogWitness.topicOf(config.source());
        new Topics(kafka(), new Namespace(elsewhere), List.of(), List.of(), witness, (short) 1).ensure();
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            var forged = "{\"first\": %d, \"hashes\": [\"%s\"]}".formatted(link, "0".repeat(64));
            producer.send(new ProducerRecord<>(elsewhere + witness, forged)).get();
        }

        assertThat(said(settings(home, config.prefix().orElse(""))))
                .contains("links hold", "as the service once said")
                .doesNotContain("BROKEN", " 0 of them");
        assertThat(said(settings(home, elsewhere))).contains("BROKEN: link " + link);
        assertThat(said(settings(home, "nothing-said."))).contains(" 0 of them").doesNotContain("BROKEN");
    }

    private static Path settings(Path home, String prefix) throws IOException {
        var names = Stream.of(
                "quarkus.datasource.jdbc.url",
                "quarkus.datasource.username",
                "quarkus.datasource.password",
                "kafka.bootstrap.servers");
        var lines = names.map(name -> name + "=" + setting(name) + "\n").collect(Collectors.joining());
        return Files.writeString(home.resolve("service.properties"), lines + "minyi5.messaging.prefix=" + prefix);
    }

    private String said(Path settings) throws IOException, SQLException {
        var out = new ByteArrayOutputStream();
        var holds = CheckLog.holds(config.source(), settings, new PrintStream(out));
        assertThat(out.toString().contains("BROKEN")).isEqualTo(!holds);
        return out.toString();
    }

    private Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", config.bootstrapServers());
    }

    private void allIsSaid() {
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        writing.number("select count(*) from outbox where topic like '%.change-log-witness'") == 0);
    }

    private List<WitnessedLinks.Link> saidByTheService() {
        allIsSaid();
        var topic = config.prefix().orElse("") + ChangeLogWitness.topicOf(config.source());
        try (var witnesses = new WitnessedLinks(kafka(), topic)) {
            var said = new ArrayList<WitnessedLinks.Link>();
            witnesses.forEachRemaining(said::add);
            return said;
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoCallsFromWhereForWhatIsLoggedOnceUnlessNothingChanged(boolean changes) {
        var subject = UUID.randomUUID().toString();
        var caller = new Caller("id-7", "clerk007", "clerk", "370828", "10.0.0.7", "phone/5", "sign", subject);

        onAContext(() -> {
                    caller.calls();
                    return transactions.run(now -> {
                        if (!changes) {
                            transactions.logged().nothingChanged();
                        }
                        return Uni.createFrom().voidItem();
                    });
                })
                .await()
                .atMost(Duration.ofSeconds(10));

        var logged =
                "select count(*) from change_log where (actor, username, roles, division, address, agent, operation)"
                        + " = ('id-7', 'clerk007', 'clerk', '370828', '10.0.0.7', 'phone/5', 'sign') and subject = '";
        assertThat(writing.number(logged + subject + "'")).isEqualTo(changes ? 1 : 0);
    }

    @Test
    void whatWasHeardTogetherIsOneLineOfTheService() {
        var key = UUID.randomUUID();
        writing.writeSurely(key, 1);

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        writing.number("select count(*) from effect where consumer_group = 'test.effects' and key = '"
                                        + key + "'")
                                == 1);

        assertThat(writing.number("select count(*) from change_log where operation = 'hear/test.effects'"
                        + " and actor is null and digest is not null"))
                .isPositive();
    }

    private <T> Uni<T> onAContext(Supplier<Uni<T>> work) {
        var context = VertxContext.getOrCreateDuplicatedContext(vertx);
        return Uni.createFrom()
                .emitter(answer ->
                        context.runOnContext(begun -> work.get().subscribe().with(answer::complete, answer::fail)));
    }

    private Uni<Void> change(String subject) {
        return transactions.run(now -> {
            transactions.logged().bySystem("test", subject);
            return Uni.createFrom().voidItem();
        });
    }

    private void allIsLinked() {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            sealing.seal().await().atMost(Duration.ofSeconds(10));
            return writing.number("select count(*) from change_log where not exists"
                            + " (select from change_log_link where change_id = id)")
                    == 0;
        });
    }

    private long changeOf(long linked) {
        return writing.number("select change_id from change_log_link where link = " + linked);
    }

    private String hashOf(long linked) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select encode(hash, 'hex') from change_log_link where link = " + linked)) {
            row.next();
            return row.getString(1);
        }
    }

    private void broken(String tampering, long first, String why) throws SQLException {
        asSuperuser(tampering, connection -> {
            var result = check(connection, NOBODY);
            assertThat(result.broken())
                    .startsWith("link " + first + ", change ")
                    .contains(why);
            assertThat(result.links()).isEqualTo(why.contains("before it is missing") ? first - 2 : first - 1);
        });
    }

    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    /** Nothing of it stays: the check looks from inside. */
    private void asSuperuser(String tampering, Look look) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, AS_SUPERUSER);
                execute(connection, tampering);
                look.at(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    private static ChangeLogCheck.Result check(Connection connection, List<WitnessedLinks.Link> witnesses)
            throws SQLException {
        return new ChangeLogCheck(connection, witnesses.iterator()).check();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
