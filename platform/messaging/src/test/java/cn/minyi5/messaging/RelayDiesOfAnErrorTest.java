package cn.minyi5.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minyi5.testing.TestBackends;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** An Error ends the turn of a relay and not the relay: on a database of its own, where nobody else takes turns. */
class RelayDiesOfAnErrorTest {

    private static final OutboxRelay.Pace PACE = new OutboxRelay.Pace(
            Duration.ofMillis(20), Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(30));

    private final AtomicBoolean deadly = new AtomicBoolean();
    private final TestBackends.Database database = TestBackends.freshDatabase("errors");

    @Test
    void theNextTurnBeginsWithinTenSecondsAndSendsWhatWaits() throws SQLException {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/messaging")
                .load()
                .migrate();
        var topics = new Topics(
                Map.of("bootstrap.servers", TestBackends.kafka().bootstrapServers()),
                new Namespace(UUID.randomUUID() + "."),
                List.of("intake.requests"),
                List.of(),
                ChangeLogWitness.topicOf("intake"),
                (short) 1);
        try (var relay = new OutboxRelay(mortal(), "test", topics, PACE)) {
            relay.start();
            // Given a relay at work
            announce();
            await().atMost(Duration.ofSeconds(30)).until(() -> unsent() == 0);
            // When the next look of its turn dies of an Error
            deadly.set(true);
            await().atMost(Duration.ofSeconds(10)).until(() -> !deadly.get());
            announce();
            // Then it is back by itself
            await().atMost(Duration.ofSeconds(10)).until(() -> unsent() == 0);
            assertThat(relay.silentFor()).isLessThan(Duration.ofSeconds(10));
            assertThat(relay.trouble()).isEmpty();
        }
    }

    private void announce() throws SQLException {
        try (var connection = connection();
                var insert = connection.prepareStatement(
                        """
                        insert into outbox (event_id, topic, key, type, happened_at, data)
                        values (gen_random_uuid(), 'intake.requests', 'a key', 'request.followed-up.v1', now(), '{}')""")) {
            insert.executeUpdate();
        }
    }

    private long unsent() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** The real database, behind connections whose next statement can be made to die. */
    private DataSource mortal() {
        var real = new PGSimpleDataSource();
        real.setURL(database.jdbcUrl());
        real.setUser(database.user());
        real.setPassword(database.password());
        return around(DataSource.class, real, connection -> around(Connection.class, connection, this::dieOnce));
    }

    private Object dieOnce(Object result) {
        if (result instanceof PreparedStatement && deadly.compareAndSet(true, false)) {
            throw new StackOverflowError("on purpose");
        }
        return result;
    }

    private static <T> T around(Class<T> type, Object real, UnaryOperator<Object> then) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return then.apply(method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
