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

    private final Path dir;
    private final Unprivileged unprivileged;

    PostgresHome(Path dir) {
        this.dir = dir.toAbsolutePath();
        try {
            this.unprivileged = Unprivileged.detect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that serves the data directory in the foreground. */
    List<String> serve(int port, Durability durability, String password) {
        Unpacking.once(binaries(), PostgresHome::unpackBinaries);
        Unpacking.once(data(), half -> initialise(half, durability, password));
        forgetDeadServer();
        var command = new ArrayList<String>();
        command.addAll(List.of(binary("postgres"), "-D", data().toString(), "-p", Integer.toString(port)));
        PostgresSettings.of(durability).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return unprivileged.command(command);
    }

    private static void unpackBinaries(Path half) throws IOException {
        try (var archive = PostgresHome.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IOException(ARCHIVE + " is not on the class path");
            }
            Unpacking.tarXz(archive, half);
        }
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
        if (durability == Durability.FAST) {
            command.add("--no-sync");
        }
        try {
            Commands.run(unprivileged.command(command));
        } finally {
            Files.delete(passwordFile);
        }
    }

    /** After {@code kill -9} the pid in postmaster.pid may belong to somebody else, which PostgreSQL takes for itself. */
    private void forgetDeadServer() {
        var lock = data().resolve("postmaster.pid");
        try {
            if (Files.exists(lock) && !servesHere(Files.readAllLines(lock).get(0))) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean servesHere(String pid) throws IOException {
        var workingDirectory = Path.of("/proc", pid, "cwd");
        return ProcFile.isAlive(Long.parseLong(pid.strip()))
                && Files.exists(workingDirectory)
                && Files.isSameFile(workingDirectory, data());
    }

    private Path binaries() {
        return dir.resolve("bin-" + Versions.postgres());
    }

    private Path data() {
        return dir.resolve("data");
    }

    private String binary(String name) {
        return binaries().resolve("bin").resolve(name).toString();
    }
}
