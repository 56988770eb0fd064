package cn.minyi5.backends;

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
final class KafkaBroker {
    // Any 16 bytes in base64: a cluster of one node needs no telling apart.
    private static final String CLUSTER_ID = "bWlueWk1LWNvdW50eTAwMA";

    private KafkaBroker() {}

    /** @param args the file of broker properties */
    public static void main(String[] args) throws Exception {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of(args[0]))) {
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
}
