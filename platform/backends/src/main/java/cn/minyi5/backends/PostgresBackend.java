package cn.minyi5.backends;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * PostgreSQL with a password for its only user.
 *
 * @param password counts when the data directory is made and must stay the same afterwards
 */
public record PostgresBackend(Path dir, int port, Durability durability, String password) implements Server {
    private static final String DUPLICATE_DATABASE = "42P04";

    @Override
    public OsProcess process() {
        return new OsProcess(dir, "postgres");
    }

    /** Creates the database unless it is there. */
    public void createDatabase(String name) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw new IllegalStateException("cannot create database " + name, e);
            }
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    /** As {@code quarkus.datasource.reactive.url} wants it. */
    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return PostgresHome.USER;
    }

    @Override
    public void launch() {
        process().start(new PostgresHome(dir).serve(port, durability, password), Map.of());
    }

    @Override
    public String missing() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return "";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    /** Breaks off what is under way and writes everything down: PostgreSQL's fast shutdown. */
    @Override
    public void stop() {
        process().stopBy("INT", STOP);
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user());
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "5");
        // Not by DriverManager, which hides drivers from class loaders like those of Quarkus.
        return new Driver().connect(jdbcUrl("postgres"), properties);
    }
}
