package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

/**
 * The backends that tests share. If the environment variable {@value #VARIABLE} names the file that
 * {@link TestBackendsMain} has written, they are those, and keep running afterwards; else every JVM has its own in a
 * temporary directory, which go with it. Each is started when first asked for, without fsync.
 */
public final class TestBackends {
    public static final String VARIABLE = "MINYI5_TEST_BACKENDS";
    // A system property and not a field: the class loaders of Quarkus tests have this class several times.
    private static final String OWN_DIRECTORY = "minyi5.test-backends.directory";
    private static final int UNIQUE_DIGITS = 12;
    private static final Object ONE_AT_A_TIME = "cn.minyi5.backends.TestBackends";

    private TestBackends() {}

    public static PostgresBackend postgres() {
        return stack().postgres();
    }

    public static KafkaBackend kafka() {
        return stack().kafka();
    }

    public static TestKeycloak keycloak() {
        return stack().keycloak();
    }

    /** A new empty database called {@code <prefix>_<12 hexadecimal digits>}. */
    public static TestDatabase freshDatabase(String prefix) {
        var postgres = postgres();
        var digits = UUID.randomUUID().toString().replace("-", "").substring(0, UNIQUE_DIGITS);
        var name = prefix + "_" + digits;
        postgres.createDatabase(name);
        return new TestDatabase(
                postgres.jdbcUrl(name), postgres.reactiveUrl(name), postgres.user(), postgres.password());
    }

    private static TestStack stack() {
        var shared = System.getenv(VARIABLE);
        return shared == null || shared.isBlank()
                ? own()
                : new TestStack(Path.of(shared).toAbsolutePath().getParent());
    }

    private static TestStack own() {
        synchronized (ONE_AT_A_TIME) {
            var directory = System.getProperty(OWN_DIRECTORY);
            if (directory == null) {
                directory = createOwn();
                System.setProperty(OWN_DIRECTORY, directory);
            }
            return new TestStack(Path.of(directory));
        }
    }

    private static String createOwn() {
        try {
            // Others may pass through: as root, PostgreSQL may have to run as nobody.
            var passable = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));
            var directory = Files.createTempDirectory("minyi5-test-", passable).toString();
            Runtime.getRuntime().addShutdownHook(new Discard(directory));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the work to a JVM of its own: the class loader of this class may be closed by then. */
    private static final class Discard extends Thread {
        private final ProcessBuilder command;

        Discard(String directory) {
            super("discard-test-backends");
            command = new ProcessBuilder(
                            JavaCommand.of(List.of("-Xmx64m"), TestBackendsMain.class, "discard", directory))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            command.environment().putAll(JavaCommand.environment());
        }

        @Override
        public void run() {
            try {
                command.start().waitFor();
            } catch (IOException e) {
                System.err.println("test backends were left running: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
