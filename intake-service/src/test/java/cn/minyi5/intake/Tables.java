package cn.minyi5.intake;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;

/** Looks into the service's own tables, and puts things there that a crash would have left. */
final class Tables {

    private Tables() {}

    static long count(String from, Object... values) {
        return Long.parseLong(text("select count(*) from " + from, values));
    }

    static String text(String sql, Object... values) {
        try (var connection = database().getConnection();
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

    static void change(String sql, Object... values) {
        try (var connection = database().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection connection() throws SQLException {
        return database().getConnection();
    }

    private static AgroalDataSource database() {
        return Arc.container().instance(AgroalDataSource.class).get();
    }
}
