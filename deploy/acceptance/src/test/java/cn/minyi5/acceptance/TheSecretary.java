package cn.minyi5.acceptance;

import cn.minyi5.county.DemoPersons;
import cn.minyi5.local.stack.Stack;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** 民情书记 of the demo county, her phone, and what the service has of her. */
final class TheSecretary {

    /** What this run writes is told from what an earlier one has left in the same county. */
    static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private final Stack stack;

    TheSecretary(Stack stack) {
        this.stack = stack;
    }

    /** @param kept what the phone keeps from one time to the next */
    Phone opens(Path kept) {
        return Phone.on(kept, stack.address(Stack.INTAKE).resolve("/"));
    }

    Phone opensWithoutSignal(Path kept) {
        return Phone.withoutSignal(kept, stack.address(Stack.INTAKE).resolve("/"));
    }

    void startsCold(Path kept) {
        Phone.traceColdStart(kept, stack.address(Stack.INTAKE).resolve("/"));
    }

    Phone logsIn(Path kept) {
        var phone = opens(kept);
        logIn(phone);
        phone.button("开始走访").waitFor();
        return phone;
    }

    void logIn(Phone phone) {
        phone.logIn(DemoPersons.VILLAGE_SECRETARY, stack.persons().password(DemoPersons.VILLAGE_SECRETARY));
    }

    static String text(int number) {
        return "单独" + RUN + "第" + number + "件：村口水管破裂，家中停水";
    }

    /** In intake's database. */
    long count(String statement) {
        var postgres = stack.postgres();
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl("intake"), postgres.user(), postgres.password());
                var rows = connection.createStatement().executeQuery(statement)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
