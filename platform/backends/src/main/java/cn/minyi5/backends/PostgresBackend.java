package cn.minyi5.backends;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * PostgreSQL on 127.0.0.1, in a directory of its own. It outlives the JVM; another object made with the same directory
 * and port looks after the same server.
 */
public final class PostgresBackend {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final String DUPLICATE_DATABASE = "42P04";

    private final Path dir;
    private final int port;
    private final Durability durability;
    private final String password;
    private final OsProcess process;

    private PostgresBackend(Path dir, int port, Durability durability, String password) {
        this.dir = dir;
        this.port = port;
        this.durability = durability;
        this.password = password;
        this.process = OsProcess.of(dir, "postgres");
    }

    /** With a random password that is kept in {@code <dir>/password}. */
    public static PostgresBackend at(Path dir, int port, Durability durability) {
        return at(dir, port, durability, Secrets.keptIn(dir.resolve("password")));
    }

    /** @param password counts when the data directory is made and must stay the same afterwards */
    public static PostgresBackend at(Path dir, int port, Durability durability, String password) {
        return new PostgresBackend(dir, port, durability, password);
    }

    /** Starts it unless it runs; returns when it answers a query, at most 60 s later. */
    public PostgresBackend start() {
        if (!process.isRunning()) {
            process.start(new PostgresHome(dir).serve(port, durability, password), Map.of());
        }
        process.awaitReady(START, this::answers);
        return this;
    }

    /** Creates the database unless it is there. */
    public void createDatabase(String name) {
        try (var connection = connect("postgres")) {
            if (!exists(connection, name)) {
                create(connection, name);
            }
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

    public int port() {
        return port;
    }

    public String user() {
        return PostgresHome.USER;
    }

    public String password() {
        return password;
    }

    public OsProcess process() {
        return process;
    }

    /** Breaks off what is under way and writes everything down: PostgreSQL's fast shutdown. */
    public void stop() {
        process.stopBy("INT", STOP);
    }

    /** SIGKILL for the server and all its children. */
    public void kill9() {
        process.kill9();
    }

    private boolean answers() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user());
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "5");
        // Not by DriverManager, which hides drivers from class loaders like those of Quarkus.
        return new Driver().connect(jdbcUrl(database), properties);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        }
    }
}
