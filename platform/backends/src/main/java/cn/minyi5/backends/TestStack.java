package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * One set of backends in one directory, each started when it is first asked for. Several JVMs may share it: whoever
 * comes first starts, the others find it running.
 */
final class TestStack {
    static final String FILE = "test-backends.properties";
    private static final List<String> SERVERS = List.of("keycloak", "kafka", "postgres");
    private static final String LOCK = "lock";
    // A literal is one object in the whole JVM, also for the several class loaders that Quarkus tests have.
    private static final Object ONE_AT_A_TIME = "cn.minyi5.backends.TestStack";

    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path dir;

    TestStack(Path dir) {
        this.dir = dir.toAbsolutePath();
    }

    Path file() {
        return dir.resolve(FILE);
    }

    PostgresBackend postgres() {
        return alone(() -> postgresHandle().start());
    }

    KafkaBackend kafka() {
        return alone(() -> kafkaHandle().start());
    }

    TestKeycloak keycloak() {
        return alone(() -> {
            var home = dir.resolve("keycloak");
            var persons = new TestPersons(home.resolve("passwords.properties"));
            var secret = persons.password("integration");
            var realm = Realm.of(persons.all(), secret).writeTo(home.resolve("realm.json"));
            var server = KeycloakBackend.at(home, ports().of("keycloak"), realm, persons.password("admin"));
            return new TestKeycloak(server.start(), persons);
        });
    }

    /** Stops what runs and keeps the data. Nothing in a directory that is not one of ours. */
    void stop() {
        if (Files.exists(file())) {
            alone(() -> {
                process("keycloak").stop(STOP);
                kafkaHandle().stop();
                postgresHandle().stop();
                return dir;
            });
        }
    }

    /** Kills what runs and deletes the directory. Nothing in a directory that is not one of ours. */
    void discard() throws IOException {
        if (Files.exists(file())) {
            alone(() -> {
                SERVERS.forEach(name -> process(name).kill9());
                return dir;
            });
            for (var name : SERVERS) {
                Unpacking.deleteTree(dir.resolve(name));
            }
            Files.delete(dir.resolve(LOCK));
            Files.delete(file());
        }
        Files.deleteIfExists(dir);
    }

    private OsProcess process(String name) {
        return OsProcess.of(dir.resolve(name), name);
    }

    private PostgresBackend postgresHandle() {
        return PostgresBackend.at(dir.resolve("postgres"), ports().of("postgres"), Durability.FAST);
    }

    private KafkaBackend kafkaHandle() {
        var ports = ports();
        return KafkaBackend.at(dir.resolve("kafka"), ports.of("kafka"), ports.of("kafka-controller"), Durability.FAST);
    }

    private TestPorts ports() {
        return TestPorts.keptIn(file());
    }

    private <T> T alone(Supplier<T> action) {
        synchronized (ONE_AT_A_TIME) {
            try {
                Files.createDirectories(dir);
                try (var channel = FileChannel.open(
                                dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var lock = channel.lock()) {
                    return holding(lock, action);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static <T> T holding(FileLock lock, Supplier<T> action) {
        if (!lock.isValid()) {
            throw new IllegalStateException("lost " + lock);
        }
        return action.get();
    }
}
