package cn.minyi5.backends;

import java.nio.file.Path;
import java.util.Properties;

/** What our one-node Kafka does differently from its defaults. */
final class KafkaSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private KafkaSettings() {}

    static Properties of(Path logDir, int port, int controllerPort, Durability durability) {
        var settings = new Properties();
        addNode(settings, port, controllerPort);
        addLogs(settings, logDir);
        if (durability == Durability.SAFE) {
            settings.setProperty("log.flush.interval.messages", "1");
        }
        settings.setProperty("auto.create.topics.enable", "false");
        // With the defaults a broker that was killed stays out for 12 s, with these for 4 s.
        settings.setProperty("broker.session.timeout.ms", "1000");
        settings.setProperty("broker.heartbeat.interval.ms", "200");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        return settings;
    }

    private static void addNode(Properties settings, int port, int controllerPort) {
        var client = "PLAINTEXT://127.0.0.1:" + port;
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE_ID));
        settings.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        settings.setProperty("listeners", client + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", client);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    }

    private static void addLogs(Properties settings, Path logDir) {
        settings.setProperty("log.dirs", logDir.toString());
        // Events are what every number is recounted from: they stay.
        settings.setProperty("log.retention.hours", "-1");
        // A county that sleeps for months goes on where it stopped (minutes: ten years).
        settings.setProperty("offsets.retention.minutes", "5256000");
        settings.setProperty("log.segment.bytes", Integer.toString(64 << 20));
        // Enough for a segment of that size; the default sets 20 MB aside for every partition.
        settings.setProperty("log.index.size.max.bytes", Integer.toString(512 << 10));
        settings.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
    }
}
