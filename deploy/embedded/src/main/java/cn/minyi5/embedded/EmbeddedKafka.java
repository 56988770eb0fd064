package cn.minyi5.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One Kafka node (KRaft) on 127.0.0.1, in a JVM and a directory of its own. It outlives this JVM; another object made
 * with the same directory and ports looks after the same broker. Topics must be created, they do not come by themselves.
 */
public final class EmbeddedKafka {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int ADMIN_SECONDS = 10;
    // One provider for slf4j serves all modules, and it is the one of Quarkus; its own file makes it quiet here.
    private static final String LOGGING =
            """
            logger.level=WARN
            logger.handlers=CONSOLE
            handler.CONSOLE=org.jboss.logmanager.handlers.ConsoleHandler
            handler.CONSOLE.formatter=PATTERN
            handler.CONSOLE.properties=autoFlush
            handler.CONSOLE.autoFlush=true
            formatter.PATTERN=org.jboss.logmanager.formatters.PatternFormatter
            formatter.PATTERN.properties=pattern
            formatter.PATTERN.pattern=%d{yyyy-MM-dd HH:mm:ss.SSS} %-5p %c{1.} %s%e%n
            """;

    private final Path dir;
    private final int port;
    private final int controllerPort;
    private final Durability durability;
    private final OsProcess process;

    private EmbeddedKafka(Path dir, int port, int controllerPort, Durability durability) {
        this.dir = dir.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.durability = durability;
        this.process = OsProcess.of(dir, "kafka");
    }

    /** @param controllerPort must stay the same for the same directory, as must {@code port} */
    public static EmbeddedKafka at(Path dir, int port, int controllerPort, Durability durability) {
        return new EmbeddedKafka(dir, port, controllerPort, durability);
    }

    /** Starts it unless it runs; returns when it answers an admin client, at most 60 s later. */
    public EmbeddedKafka start() {
        if (!process.isRunning()) {
            process.start(command(), JavaCommand.environment());
        }
        process.awaitReady(START, () -> accepts() && answers());
        return this;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
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
        var logging = dir.resolve("kafka-logging.properties");
        try {
            Files.createDirectories(dir);
            Files.writeString(logging, LOGGING);
            try (var out = Files.newBufferedWriter(settings)) {
                KafkaSettings.of(dir.resolve("data"), port, controllerPort, durability)
                        .store(out, "written at every start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options = List.of(
                "-Xms128m",
                "-Xmx512m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration=" + logging.toUri());
        return JavaCommand.of(options, KafkaBroker.class, settings.toString());
    }

    /** Asked first, because an admin client complains in the log about every refused connection. */
    private boolean accepts() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers() {
        try (var admin = Admin.create(
                Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ADMIN_SECONDS, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }
}
