package cn.minyi5.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The outbox as the relay sees it, over a connection of its own that also holds the turn. Every call commits. */
final class OutboxTable {

    /** One relay a database: the number is arbitrary and ours. */
    private static final long TURN = 0x6D696E7969_35L;

    /**
     * The table is empty whenever its statistics are taken, so the planner believes that it stays so: the index is
     * imposed, and one plan serves for every look. A removal that a crash forgets makes a row be sent twice, which readers
     * drop: it need not wait for the disk.
     */
    private static final String TUNE =
            """
            set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off;
            set plan_cache_mode = force_generic_plan; set synchronous_commit = off""";

    /** Bounded by rows and by bytes, and never without the first row however large it is. */
    private static final String SWEEP =
            """
            with removed as (delete from outbox where id = any (?)), waiting as (
                select id, sum(octet_length(data)) over (order by id) - octet_length(data) as before
                from outbox where id > ? and id <> all (?) and id <> all (?) order by id limit ?)
            select o.id, event_id, topic, key, type, happened_at, traceparent, data, sequence, division, confidential
            from waiting join outbox o using (id) where before < ? order by id""";

    private final Connection connection;

    OutboxTable(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
        execute(TUNE);
    }

    /** Whether it is this copy's turn; the database gives it back when the connection dies. */
    boolean takeTurn() throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, TURN);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** For a connection that goes back to a pool. */
    void giveTurnBack() throws SQLException {
        execute("select pg_advisory_unlock_all(); reset all");
    }

    /**
     * Removes what was acknowledged and reads what is unsent, oldest first. A row that is not under way is unsent
     * whatever its id: ids are drawn before they commit, so "above the last one seen" would lose rows.
     *
     * @param settled see {@link WatermarkEmitter#settled}; spares the index the way over all that was removed
     */
    Map<Long, OutboxRow> sweep(
            Collection<Long> acknowledged, Collection<Long> underWay, long settled, Sending.Room room)
            throws SQLException {
        try (var statement = connection.prepareStatement(SWEEP)) {
            var removed = connection.createArrayOf("bigint", acknowledged.toArray());
            statement.setArray(1, removed);
            statement.setLong(2, settled);
            statement.setArray(3, removed);
            statement.setArray(4, connection.createArrayOf("bigint", underWay.toArray()));
            statement.setInt(5, room.rows());
            statement.setLong(6, room.bytes());
            var rows = new LinkedHashMap<Long, OutboxRow>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.put(
                            result.getLong(1),
                            new OutboxRow(
                                    result.getObject(2, UUID.class),
                                    result.getString(3),
                                    result.getString(4),
                                    result.getString(5),
                                    result.getObject(6, OffsetDateTime.class).toInstant(),
                                    result.getString(7),
                                    new Extensions(
                                            result.getObject(9, Long.class),
                                            result.getString(10),
                                            result.getBoolean(11)),
                                    result.getBytes(8)));
                }
            }
            return rows;
        }
    }

    /** A moment, and the number that every transaction which can still commit something earlier stays below. */
    record Moment(Instant at, long transaction) {}

    Moment moment() throws SQLException {
        try (var statement = connection.prepareStatement("select clock_timestamp(), pg_current_xact_id()::text");
                var result = statement.executeQuery()) {
            result.next();
            return new Moment(
                    result.getObject(1, OffsetDateTime.class).toInstant(), Long.parseLong(result.getString(2)));
        }
    }

    /** The oldest transaction that may still commit; all before it can be seen. */
    long oldestOpenTransaction() throws SQLException {
        try (var statement = connection.prepareStatement("select pg_snapshot_xmin(pg_current_snapshot())::text");
                var result = statement.executeQuery()) {
            result.next();
            return Long.parseLong(result.getString(1));
        }
    }

    /** 0 when nothing waits. */
    long highestId() throws SQLException {
        try (var statement = connection.prepareStatement("select coalesce(max(id), 0) from outbox");
                var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
