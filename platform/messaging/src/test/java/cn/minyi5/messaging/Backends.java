package cn.minyi5.messaging;

import cn.minyi5.backends.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tables and plain queries for the tests of this module. */
final class Backends {

    private Backends() {}

    static void prepare(TestDatabase database) {
        try (var in = Backends.class.getResourceAsStream("/db/messaging/V0_1__outbox_and_inbox.sql")) {
            run(database, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        run(database, "create table written (key uuid, n int, primary key (key, n))");
        run(database, "create table effect (id bigint generated always as identity, key uuid, n int)");
        run(database, "create table seen (partition int primary key, up_to timestamptz)");
    }

    static void run(TestDatabase database, String sql) {
        try (var connection = Copy.dataSource(database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Long> numbers(TestDatabase database, String sql) {
        try (var connection = Copy.dataSource(database).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long number(TestDatabase database, String sql) {
        return numbers(database, sql).get(0);
    }
}
