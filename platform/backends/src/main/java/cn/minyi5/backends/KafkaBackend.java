package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * One Kafka node (KRaft) on 127.0.0.1, in a JVM and a directory of its own. It outlives this JVM; another object made
 * with the same directory and ports looks after the same broker. Topics must be created, they do not come by themselves.
 */
public final class KafkaBackend {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final String LOGGING = "kafka-logging.properties";

    private final Path dir;
    private final int port;
    private final int controllerPort;
    private final Durability durability;
    private final OsProcess process;

    private KafkaBackend(Path dir, int port, int controllerPort, Durability durability) {
        this.dir = dir.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.durability = durability;
        this.process = OsProcess.of(dir, "kafka");
    }

    /** @param controllerPort where the node talks to itself */
    public static KafkaBackend at(Path dir, int port, int controllerPort, Durability durability) {
        return new KafkaBackend(dir, port, controllerPort, durability);
    }

    /** Starts it unless it runs; returns when it answers an admin client, at most 60 s later. */
    public KafkaBackend start() {
        if (!process.isRunning()) {
            process.start(command(), JavaCommand.environment());
        }
        process.awaitReady(START, () -> KafkaProbe.serves(port));
        return this;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public OsProcess process() {
        return process;
    }

    public void stop() {
        process.stop(STOP);
    }

    /** SIGKILL. */
    public void kill9() {
        process.kill9();
    }

    private List<String> command() {
        var settings = dir.resolve("kafka.properties");
        var logging = dir.resolve(LOGGING);
        try {
            Files.createDirectories(dir);
            copyLogging(logging);
            try (var out = Files.newBufferedWriter(settings)) {
                KafkaSettings.of(dir.resolve("data"), port, controllerPort, durability)
                        .store(out, "written at every start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The provider for slf4j is the one of Quarkus in all modules; here it gets a manager and a file of its own.
        var options = List.of(
                "-Xms128m",
                "-Xmx512m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration=" + logging.toUri());
        return JavaCommand.of(options, KafkaBroker.class, settings.toString());
    }

    private static void copyLogging(Path file) throws IOException {
        try (var in = KafkaBackend.class.getResourceAsStream(LOGGING)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
