package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka node (KRaft). Topics must be created, they do not come by themselves. */
public final class KafkaBackend extends Server {
    private static final String LOGGING = "kafka-logging.properties";
    private static final int ADMIN_SECONDS = 10;

    private final Path dir;
    private final int port;
    private final int controllerPort;
    private final Durability durability;

    private KafkaBackend(Path dir, int port, int controllerPort, Durability durability) {
        super(dir, "kafka");
        this.dir = dir.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.durability = durability;
    }

    /** @param controllerPort where the node talks to itself */
    public static KafkaBackend at(Path dir, int port, int controllerPort, Durability durability) {
        return new KafkaBackend(dir, port, controllerPort, durability);
    }

    @Override
    public KafkaBackend start() {
        super.start();
        return this;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void launch() {
        var settings = dir.resolve("kafka.properties");
        var logging = dir.resolve(LOGGING);
        try {
            Files.createDirectories(dir);
            try (var in = KafkaBackend.class.getResourceAsStream(LOGGING)) {
                Files.copy(in, logging, StandardCopyOption.REPLACE_EXISTING);
            }
            try (var out = Files.newBufferedWriter(settings)) {
                settings().store(out, "written at every start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The provider for slf4j is the one of Quarkus in all modules; here it gets a manager and a file of its own.
        var options = List.of(
                "-Xms128m",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration=" + logging.toUri());
        process().start(JavaCommand.of(options, KafkaBroker.class, settings.toString()), JavaCommand.environment());
    }

    @Override
    public String missing() {
        // The port first, because an admin client complains in the log about every refused connection.
        return accepts() && answers() ? "" : "it does not answer an admin client";
    }

    private Properties settings() {
        var settings = new Properties();
        try (var in = KafkaBackend.class.getResourceAsStream("kafka.properties")) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var client = "PLAINTEXT://127.0.0.1:" + port;
        settings.setProperty("node.id", Integer.toString(KafkaBroker.NODE_ID));
        settings.setProperty("controller.quorum.voters", KafkaBroker.NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", KafkaBroker.CONTROLLER);
        settings.setProperty("listeners", client + "," + KafkaBroker.CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", client);
        settings.setProperty("log.dirs", dir.resolve("data").toString());
        if (durability == Durability.SAFE) {
            settings.setProperty("log.flush.interval.messages", "1");
        }
        return settings;
    }

    private boolean accepts() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers() {
        try (var admin = admin()) {
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

    /** Kafka looks its plug-ins up in the thread's class loader, which in a Quarkus test may be another than its own. */
    private Admin admin() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Admin.class.getClassLoader());
        try {
            return Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
