package cn.minyi5.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Main class of the broker's own JVM: formats the log directory if need be, and serves until SIGTERM. */
public final class KafkaBroker {
    // Any 16 bytes in base64: a cluster of one node needs no telling apart.
    private static final String CLUSTER_ID = "bWlueWk1LWNvdW50eTAwMA";

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private KafkaBroker() {}

    /** @param args the file of broker properties */
    public static void main(String[] args) throws Exception {
        var properties = read(Path.of(args[0]));
        format(properties.getProperty("log.dirs"));
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(String logDir) throws Exception {
        new Formatter()
                .setClusterId(CLUSTER_ID)
                .setNodeId(NODE_ID)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(logDir)
                .setDirectories(List.of(logDir))
                .setIgnoreFormatted(true)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private static Properties read(Path file) throws IOException {
        try (var in = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(in);
            return properties;
        }
    }
}
