package cn.minyi5.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * One Kafka node (KRaft). Topics must be created, they do not come by themselves.
 *
 * @param controllerPort where the node talks to itself
 */
public record KafkaBackend(Path dir, int port, int controllerPort, Durability durability) implements Server {
    private static final String LOGGING = "kafka-logging.properties";
    private static final int ADMIN_SECONDS = 10;

    public KafkaBackend {
        dir = dir.toAbsolutePath();
    }

    @Override
    public OsProcess process() {
        return new OsProcess(dir, "kafka");
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
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
        var options = new ArrayList<>(JavaCommand.SHARING_CORES);
        Collections.addAll(
                options,
                "-Xms128m",
                "-Xmx512m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration=" + logging.toUri());
        process().start(JavaCommand.of(options, KafkaBroker.class, settings.toString()), JavaCommand.environment());
    }

    @Override
    public String missing() {
        // The port first, because an admin client complains in the log about every refused connection.
        return accepts() && answers() ? "" : "it does not answer an admin client";
    }

    private Properties settings() throws IOException {
        var settings = new Properties();
        try (var in = KafkaBackend.class.getResourceAsStream("kafka.properties")) {
            settings.load(in);
        }
        var client = "PLAINTEXT://127.0.0.1:" + port;
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("listeners", client + ",CONTROLLER://127.0.0.1:" + controllerPort);
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
