package cn.minyi5.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node (KRaft). Topics must be created, they do not come by themselves.
 *
 * @param controllerPort where the node talks to itself
 */
public record KafkaBackend(Path dir, int port, int controllerPort, Durability durability) implements Server {
    // Any 16 bytes in base64: a cluster of one node needs no telling apart.
    private static final String CLUSTER_ID = "bWlueWk1LWNvdW50eTAwMA";
    private static final int ADMIN_MILLIS = 10_000;

    public KafkaBackend {
        dir = dir.toAbsolutePath();
    }

    /**
     * The broker's own JVM: formats the log directory if need be, and serves until SIGTERM.
     *
     * @param args {@code name=value}: what {@code kafka.properties} leaves open
     */
    public static void main(String[] args) throws Exception {
        var properties = new Properties();
        try (var in = KafkaBackend.class.getResourceAsStream("kafka.properties")) {
            properties.load(in);
        }
        for (var arg : args) {
            var setting = arg.split("=", 2);
            properties.setProperty(setting[0], setting[1]);
        }
        var config = KafkaConfig.fromProps(properties, false);
        var logDir = properties.getProperty("log.dirs");
        new Formatter()
                .setClusterId(CLUSTER_ID)
                .setNodeId(config.nodeId())
                .setControllerListenerName(properties.getProperty("controller.listener.names"))
                .setMetadataLogDirectory(logDir)
                .setDirectories(List.of(logDir))
                .setIgnoreFormatted(true)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
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
        // The provider for slf4j is the one of Quarkus in all modules; here it gets a manager and a file of its own.
        var options = new ArrayList<>(JavaCommand.SHARING_CORES);
        Collections.addAll(
                options,
                "-Xms128m",
                "-Xmx512m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration=" + KafkaBackend.class.getResource("kafka-logging.properties"));
        var client = "PLAINTEXT://" + bootstrapServers();
        var controller = "127.0.0.1:" + controllerPort;
        var command = JavaCommand.of(
                options,
                KafkaBackend.class,
                "controller.quorum.voters=1@" + controller,
                "listeners=" + client + ",CONTROLLER://" + controller,
                "advertised.listeners=" + client,
                "log.dirs=" + dir.resolve("data"),
                "log.flush.interval.messages=" + (durability == Durability.SAFE ? 1 : Long.MAX_VALUE));
        process().start(command, JavaCommand.environment());
    }

    @Override
    public String missing() {
        // The port first, because an admin client complains in the log about every refused connection.
        return accepts() && answers() ? "" : "it does not answer an admin client";
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
            var cluster = admin.describeCluster(new DescribeClusterOptions().timeoutMs(ADMIN_MILLIS));
            return !cluster.nodes()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .isEmpty();
        } catch (CompletionException e) {
            return false;
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
