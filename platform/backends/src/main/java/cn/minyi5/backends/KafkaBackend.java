package cn.minyi5.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
public record KafkaBackend(Path dir, int port, int controllerPort, Durability durability, KafkaLogins logins)
        implements Server {
    // Any 16 bytes in base64: a cluster of one node needs no telling apart.
    private static final String CLUSTER_ID = "bWlueWk1LWNvdW50eTAwMA";
    private static final int ADMIN_MILLIS = 10_000;

    public KafkaBackend {
        dir = dir.toAbsolutePath();
    }

    /**
     * The broker's own JVM: formats the log directory if need be, and serves until SIGTERM.
     *
     * @param args a file with what {@code kafka.properties} leaves open; not in the command, which everybody may read
     */
    public static void main(String[] args) throws Exception {
        var properties = new Properties();
        try (var in = KafkaBackend.class.getResourceAsStream("kafka.properties")) {
            properties.load(in);
        }
        try (var in = Files.newInputStream(Path.of(args[0]))) {
            properties.load(in);
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

    /** For a client that logs in. */
    public Map<String, Object> client(String login) {
        var settings = new HashMap<String, Object>(logins.ofClient(login));
        settings.put("bootstrap.servers", bootstrapServers());
        return settings;
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
        process().start(JavaCommand.of(options, KafkaBackend.class, settings().toString()), JavaCommand.environment());
    }

    private Path settings() {
        var client = "CLIENT://" + bootstrapServers();
        var controller = "127.0.0.1:" + controllerPort;
        var settings = new HashMap<>(logins.ofBroker());
        settings.put("controller.quorum.voters", "1@" + controller);
        settings.put("listeners", client + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", client);
        settings.put("log.dirs", dir.resolve("data").toString());
        settings.put("log.flush.interval.messages", durability == Durability.SAFE ? "1" : "" + Long.MAX_VALUE);
        var file = dir.resolve("kafka.properties");
        Secrets.writePrivately(file, settings);
        return file;
    }

    /** Whoever has a login may do what is theirs as soon as it serves; the broker keeps in mind who that is. */
    @Override
    public void start() {
        Server.super.start();
        if (logins.areAsked()) {
            try (var admin = admin()) {
                admin.createAcls(logins.rights())
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            }
        }
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
            return Admin.create(client(KafkaLogins.ADMIN));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
