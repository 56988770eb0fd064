package cn.minyi5.testing;

import cn.minyi5.backends.Commands;
import cn.minyi5.backends.Durability;
import cn.minyi5.backends.FreePorts;
import cn.minyi5.backends.JavaCommand;
import cn.minyi5.backends.KafkaBackend;
import cn.minyi5.backends.KafkaLogins;
import cn.minyi5.backends.PostgresBackend;
import cn.minyi5.backends.Secrets;
import cn.minyi5.backends.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The PostgreSQL and the Kafka that tests share, without fsync, each started when first asked for. If the environment
 * variable {@value #VARIABLE} names a directory, several JVMs share what is in it, and it keeps running afterwards; else
 * every JVM has its own in a temporary directory, which goes with it.
 */
public final class TestBackends {
    public static final String VARIABLE = "MINYI5_TEST_BACKENDS";
    // A system property and not a field: the class loaders of Quarkus tests have this class several times.
    private static final String OWN_DIRECTORY = "minyi5.test-backends.directory";
    // A literal is one object in the whole JVM, also for several class loaders.
    private static final Object ONE_AT_A_TIME = "cn.minyi5.testing.TestBackends";
    private static final String LOCK = "lock";
    private static final int UNIQUE_DIGITS = 12;

    private TestBackends() {}

    /** Starts what several test runs share, and ends it: {@code start|discard <directory>}. */
    public static void main(String[] args) throws IOException {
        // Before the first logger: the only provider for slf4j here wants it.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        var dir = Path.of(args[1]).toAbsolutePath();
        switch (args[0]) {
            case "start" -> {
                alone(dir, () -> started(postgres(dir)));
                alone(dir, () -> started(kafka(dir)));
            }
            case "discard" -> discard(dir);
            default -> throw new IllegalArgumentException("expected start or discard, not " + args[0]);
        }
    }

    public static PostgresBackend postgres() {
        var dir = directory();
        return alone(dir, () -> started(postgres(dir)));
    }

    public static KafkaBackend kafka() {
        var dir = directory();
        return alone(dir, () -> started(kafka(dir)));
    }

    /**
     * An empty database of one test.
     *
     * @param jdbcUrl for Flyway and JDBC
     * @param reactiveUrl for {@code quarkus.datasource.reactive.url}
     */
    public record Database(String jdbcUrl, String reactiveUrl, String user, String password) {}

    /** A new empty database called {@code <prefix>_<12 hexadecimal digits>}. */
    public static Database freshDatabase(String prefix) {
        var postgres = postgres();
        var digits = UUID.randomUUID().toString().replace("-", "").substring(0, UNIQUE_DIGITS);
        var name = prefix + "_" + digits;
        postgres.createDatabase(name);
        return new Database(postgres.jdbcUrl(name), postgres.reactiveUrl(name), postgres.user(), postgres.password());
    }

    private static PostgresBackend postgres(Path dir) {
        var home = dir.resolve("postgres");
        var password = Secrets.keptIn(home).password("postgres");
        return new PostgresBackend(home, port(dir, "postgres"), Durability.FAST, password);
    }

    private static KafkaBackend kafka(Path dir) {
        return new KafkaBackend(
                dir.resolve("kafka"),
                port(dir, "kafka"),
                port(dir, "kafka-controller"),
                Durability.FAST,
                KafkaLogins.NONE);
    }

    /** Whoever comes first chooses it. */
    private static int port(Path dir, String name) {
        var file = dir.resolve(name + ".port");
        try {
            if (Files.notExists(file)) {
                Secrets.writePrivately(file, Integer.toString(FreePorts.next()));
            }
            return Integer.parseInt(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <S extends Server> S started(S server) {
        server.start();
        return server;
    }

    private static Path directory() {
        var shared = System.getenv(VARIABLE);
        if (shared != null && !shared.isBlank()) {
            return Path.of(shared).toAbsolutePath();
        }
        synchronized (ONE_AT_A_TIME) {
            if (System.getProperty(OWN_DIRECTORY) == null) {
                System.setProperty(OWN_DIRECTORY, createOwn());
            }
            return Path.of(System.getProperty(OWN_DIRECTORY));
        }
    }

    private static String createOwn() {
        try {
            // Others may pass through: as root, PostgreSQL may have to run as nobody.
            var passable = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));
            var directory = Files.createTempDirectory("minyi5-test-", passable).toString();
            // Left to a JVM of its own: the class loader of this class may be closed by then.
            var discard = new ProcessBuilder(
                            JavaCommand.of(List.of("-Xmx64m"), TestBackends.class, "discard", directory))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            discard.environment().putAll(JavaCommand.environment());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> run(discard), "discard-test-backends"));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(ProcessBuilder command) {
        try {
            command.start().waitFor();
        } catch (IOException | InterruptedException e) {
            System.err.println("test backends were left running: " + e.getMessage());
        }
    }

    /** Kills what runs and deletes the directory. Nothing in a directory that is not one of ours. */
    private static void discard(Path dir) throws IOException {
        if (Files.exists(dir.resolve(LOCK))) {
            alone(dir, () -> {
                kafka(dir).kill9();
                postgres(dir).kill9();
                return dir;
            });
            Commands.run(List.of("rm", "-rf", dir.toString()));
        }
        Files.deleteIfExists(dir);
    }

    private static <T> T alone(Path dir, Supplier<T> action) {
        synchronized (ONE_AT_A_TIME) {
            try {
                Files.createDirectories(dir);
                try (var channel =
                        FileChannel.open(dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    return action.get();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
