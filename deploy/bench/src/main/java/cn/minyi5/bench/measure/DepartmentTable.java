package cn.minyi5.bench.measure;

import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.bench.reference.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Looks into routing's database for what the department has to sign, newest first, with two milliseconds between two
 * looks: what is committed there is what the department's next call shows. Looking costs the database time, too.
 */
final class DepartmentTable {
    private static final long BETWEEN_NANOS = 2_000_000;
    private static final int FEW = 50;
    private static final int MANY = 20_000;
    private static final String NEWEST =
            """
            select request_id from work_order where lead = ? and state = 'AWAITING_SIGN'
            order by since desc, id desc limit ?""";

    private final Database routing;
    private final Arrivals arrivals;

    DepartmentTable(Database routing, Arrivals arrivals) {
        this.routing = routing;
        this.arrivals = arrivals;
    }

    Callable<Void> watchWhile(BooleanSupplier goesOn) {
        return () -> {
            try (var connection = routing.connect();
                    var query = connection.prepareStatement(NEWEST)) {
                while (goesOn.getAsBoolean()) {
                    look(query);
                    LockSupport.parkNanos(BETWEEN_NANOS);
                }
                look(query, MANY);
            }
            return null;
        };
    }

    /** When all of the few are new there may be more behind them. */
    private void look(PreparedStatement query) throws SQLException {
        if (look(query, FEW) == FEW) {
            look(query, MANY);
        }
    }

    /** How many were not seen before. */
    private int look(PreparedStatement query, int limit) throws SQLException {
        query.setString(1, Subject.LEAD);
        query.setInt(2, limit);
        var fresh = 0;
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                var requestId = rows.getObject(1, UUID.class);
                if (arrivals.isAwaited(requestId)) {
                    arrivals.seen(requestId);
                    fresh++;
                }
            }
        }
        return fresh;
    }
}
