package cn.minyi5.bench.reference;

import cn.minyi5.bench.load.RandomIds;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Connections that are open before they are needed; each insert commits by itself. */
final class BareCommits implements AutoCloseable {
    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> idle;
    private final String insert;

    /** @param table with an id and a content */
    BareCommits(Database database, String table, int connections) throws SQLException {
        this.idle = new ArrayBlockingQueue<>(connections);
        this.insert = "insert into " + table + " (id, content) values (?, ?)";
        for (int number = 0; number < connections; number++) {
            var connection = database.connect();
            all.add(connection);
            idle.add(connection);
        }
    }

    void insert(byte[] content) {
        try {
            var connection = idle.take();
            try (var statement = connection.prepareStatement(insert)) {
                statement.setObject(1, RandomIds.next(), Types.OTHER);
                statement.setBytes(2, content);
                statement.executeUpdate();
            } finally {
                idle.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write: " + insert, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing", e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : all) {
            connection.close();
        }
    }
}
