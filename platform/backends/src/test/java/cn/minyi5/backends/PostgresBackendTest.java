package cn.minyi5.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBackendTest {
    @TempDir
    static Path dir;

    static PostgresBackend postgres;

    @BeforeAll
    static void start() {
        postgres = new PostgresBackend(dir, FreePorts.next(), Durability.SAFE, "password");
        postgres.start();
        postgres.createDatabase("county");
    }

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    @DisplayName("a committed row is there after kill -9 and a restart on the same port")
    void aCommittedRowIsThereAfterKill9() throws SQLException {
        // Given
        execute("CREATE TABLE request (subject text)");
        execute("INSERT INTO request VALUES ('路灯')");
        // When
        postgres.kill9();
        postgres.start();
        // Then
        assertThat(ask("SELECT subject FROM request")).isEqualTo("路灯");
    }

    @Test
    @DisplayName("creating a database twice keeps what is in it")
    void creatingADatabaseTwiceKeepsWhatIsInIt() throws SQLException {
        execute("CREATE TABLE kept (id int)");
        postgres.createDatabase("county");
        assertThat(ask("SELECT count(*) FROM kept")).isEqualTo("0");
    }

    @Test
    @DisplayName("the safe one forces every commit to the disk")
    void theSafeOneForcesEveryCommitToTheDisk() throws SQLException {
        assertThat(ask("SELECT current_setting('fsync') || current_setting('synchronous_commit')"))
                .isEqualTo("onon");
    }

    @Test
    @DisplayName("a wrong password is refused")
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("county"), postgres.user(), "guess"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    @DisplayName("statement statistics can be switched on in a database")
    void statementStatisticsCanBeSwitchedOn() throws SQLException {
        execute("CREATE EXTENSION pg_stat_statements");
        assertThat(ask("SELECT count(*) > 0 FROM pg_stat_statements")).isEqualTo("t");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("county"), postgres.user(), postgres.password());
    }
}
