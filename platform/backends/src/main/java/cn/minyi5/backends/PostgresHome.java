package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The binaries and the data directory of one PostgreSQL: each is made once, whole or not at all. */
final class PostgresHome {
    static final String USER = "minyi5";
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private final Unprivileged unprivileged = Unprivileged.detect();
    private final Path dir;

    PostgresHome(Path dir) {
        this.dir = dir.toAbsolutePath();
    }

    /** The command that serves the data directory in the foreground; only while no process of ours does. */
    List<String> serve(int port, Durability durability, String password) {
        Unpacking.once(binaries(), half -> Unpacking.tarXz(ARCHIVE, half));
        Unpacking.once(data(), half -> initialise(half, durability, password));
        forgetDeadServer();
        var command = new ArrayList<>(List.of(binary("postgres"), "-D", data().toString(), "-p", "" + port));
        settings(durability).forEach(setting -> command.addAll(List.of("-c", setting)));
        return unprivileged.command(command);
    }

    private static List<String> settings(Durability durability) {
        var safely = durability == Durability.SAFE ? "on" : "off";
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                // Four services in two copies with their pools, and the tests beside them.
                "max_connections=300",
                "shared_buffers=256MB",
                "shared_preload_libraries=pg_stat_statements",
                "fsync=" + safely,
                // Without it a killed server forgets its last commits, which even tests must be able to trust.
                "synchronous_commit=on",
                "full_page_writes=" + safely,
                "timezone=UTC",
                "log_timezone=UTC");
    }

    private void initialise(Path half, Durability durability, String password) throws IOException {
        var passwordFile = dir.resolve("initdb.password");
        Secrets.writePrivately(passwordFile, password);
        unprivileged.own(passwordFile);
        unprivileged.own(half);
        // The built-in locale sorts by code point and knows upper case on every machine alike.
        var command = new ArrayList<>(List.of(binary("initdb"), "-D", half.toString(), "-U", USER));
        command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile, "--encoding=UTF8"));
        command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        // The password is generated and longer than anybody can guess; slow hashes would only slow each connection's
        // start.
        command.add("--set=scram_iterations=1");
        if (durability == Durability.FAST) {
            command.add("--no-sync");
        }
        try {
            Commands.run(unprivileged.command(command));
        } finally {
            Files.delete(passwordFile);
        }
    }

    /** After {@code kill -9} the pid in this file may belong to somebody else, which PostgreSQL takes for itself. */
    private void forgetDeadServer() {
        try {
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path binaries() {
        return dir.resolve("bin-" + Unpacking.version("postgres"));
    }

    private Path data() {
        return dir.resolve("data");
    }

    private String binary(String name) {
        return binaries().resolve("bin").resolve(name).toString();
    }
}
