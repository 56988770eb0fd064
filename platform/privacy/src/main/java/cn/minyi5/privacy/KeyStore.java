package cn.minyi5.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service's store of data keys: the schema {@code keys} of its database, which the backup of content leaves out (ADR
 * 0017). For the command that backs it up, restores it and rotates the master keys, beside a service that runs. What it
 * is asked for is in the service's log of changes before it is done (ADR 0019). Not thread-safe.
 */
public final class KeyStore {

    /** A batch is a transaction of some milliseconds: nobody who writes waits for it. */
    private static final int BATCH = 500;

    private static final UUID FIRST = new UUID(0, 0);
    private static final List<String> TABLES = List.of("erasure", "data_key");

    private final Connection connection;
    private final Operator operator;

    /** @param connection to the service's database; its transactions are ended here */
    public KeyStore(Connection connection, Operator operator) {
        this.connection = connection;
        this.operator = operator;
    }

    /**
     * Who is at the shell.
     *
     * @param name as the machine knows them
     * @param division whose administrators and supervision office read of it: the one that contains the installation
     */
    public record Operator(String name, String division) {}

    private record WrappedKey(UUID id, String about, byte[] bytes) {}

    /**
     * A new master key for all data keys; content stays as it is. Submissions and disclosures go on meanwhile. Broken off,
     * it leaves two keys that both open, and is to be called again.
     *
     * @param settling longer than anybody takes from wrapping a key to storing it
     * @return how many data keys were wrapped anew
     */
    public int rotate(MasterKeys masterKeys, Duration settling) throws SQLException, InterruptedException {
        log("rotateMasterKey", null);
        masterKeys.add();
        var encryption = new EnvelopeEncryption(masterKeys);
        var rewrapped = 0;
        int found;
        do {
            // Who wrapped with the old key before there was the new one has stored it by then.
            Thread.sleep(settling.toMillis());
            found = rewrapAll(encryption);
            rewrapped += found;
        } while (found > 0);
        masterKeys.retireOthers();
        return rewrapped;
    }

    private int rewrapAll(EnvelopeEncryption encryption) throws SQLException {
        var rewrapped = 0;
        var batch = after(FIRST);
        while (!batch.isEmpty()) {
            rewrapped += rewrap(batch, encryption);
            batch = after(batch.get(batch.size() - 1).id());
        }
        return rewrapped;
    }

    private List<WrappedKey> after(UUID id) throws SQLException {
        try (var keys = connection.prepareStatement(
                "select id, kind || '/' || id, wrapped_key from keys.data_key where id > ? order by id limit "
                        + BATCH)) {
            keys.setObject(1, id);
            var found = new ArrayList<WrappedKey>();
            for (var rows = keys.executeQuery(); rows.next(); ) {
                found.add(new WrappedKey(rows.getObject(1, UUID.class), rows.getString(2), rows.getBytes(3)));
            }
            return found;
        }
    }

    /** A key that was erased in the meantime stays so. */
    private int rewrap(List<WrappedKey> batch, EnvelopeEncryption encryption) throws SQLException {
        try (var update = connection.prepareStatement(
                "update keys.data_key set wrapped_key = ? where id = ? and wrapped_key = ?")) {
            for (var key : batch) {
                if (!encryption.isWrappedByPrimary(key.bytes())) {
                    update.setBytes(1, encryption.rewrap(key.bytes(), key.about()));
                    update.setObject(2, key.id());
                    update.setBytes(3, key.bytes());
                    update.addBatch();
                }
            }
            return inTransaction(() -> Arrays.stream(update.executeBatch()).sum());
        }
    }

    /**
     * Writes all keys, wrapped as they are, and all receipts of erasures into a file for its owner alone, and deletes files
     * of before that are older than they are to be kept.
     *
     * @param directory of the backups of this service's keys alone
     */
    public Path backUp(Path directory, Instant now, Duration kept) throws SQLException, IOException {
        var file = directory.resolve("keys-" + now.toString().replace(":", "") + ".backup");
        log("backUpKeys", file.getFileName().toString());
        Files.createDirectories(directory);
        var half = Files.createTempFile(directory, "half", "");
        try (var out = Files.newBufferedWriter(half)) {
            for (var table : TABLES) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select to_jsonb(t)::text from keys." + table + " t")) {
                    while (rows.next()) {
                        out.write(table + " " + rows.getString(1) + "\n");
                    }
                }
            }
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        deleteBackups(directory, now.minus(kept));
        return file;
    }

    /** Deletes what was backed up before the moment. */
    public static void deleteBackups(Path directory, Instant before) throws IOException {
        try (var files = Files.newDirectoryStream(directory, "keys-*.backup")) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Adds what is in a backup and not here; what is here stays. Nobody who was erased, by then or since, comes back.
     *
     * @return how many keys are back
     */
    public int restore(Path backup) throws SQLException, IOException {
        log("restoreKeys", backup.getFileName().toString());
        try (var lines = Files.lines(backup)) {
            return inTransaction(() -> {
                var restored = 0;
                for (var line : (Iterable<String>) lines::iterator) {
                    var table = line.substring(0, line.indexOf(' '));
                    var added = add(table, line.substring(table.length() + 1));
                    restored += table.equals("data_key") ? added : 0;
                }
                return restored;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int add(String table, String row) throws SQLException {
        if (!TABLES.contains(table)) {
            throw new IllegalArgumentException("no backup of keys: it tells of " + table);
        }
        try (var insert = connection.prepareStatement("insert into keys." + table
                + " select * from jsonb_populate_record(null::keys." + table + ", ?::jsonb) told"
                + " where not exists (select from keys.erasure where erasure.id = told.id) on conflict do nothing")) {
            insert.setString(1, row);
            return insert.executeUpdate();
        }
    }

    /** Whoever writes to the log has a number before the line has one: by that the service knows what is still to come. */
    private void log(String operation, @Nullable String subject) throws SQLException {
        inTransaction(() -> {
            try (var number = connection.prepareStatement("select pg_current_xact_id()");
                    var line = connection.prepareStatement(
                            "select log_change('shell', ?, 'shell', ?, null, 'deploy/keys', ?, ?, false, null)")) {
                number.execute();
                line.setString(1, operator.name());
                line.setString(2, operator.division());
                line.setString(3, operation);
                line.setString(4, subject);
                line.execute();
                return 1;
            }
        });
    }

    private interface Work {
        int done() throws SQLException;
    }

    private int inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var done = work.done();
            connection.commit();
            return done;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
