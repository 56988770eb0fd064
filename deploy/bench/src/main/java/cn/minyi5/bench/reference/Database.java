package cn.minyi5.bench.reference;

import cn.minyi5.backends.PostgresBackend;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One database of the measured PostgreSQL. Every failure ends the measurement. */
public record Database(PostgresBackend server, String name) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(name), server.user(), server.password());
    }

    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + sql, e);
        }
    }

    /** The one number that a query answers with. */
    public long number(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + sql, e);
        }
    }
}
