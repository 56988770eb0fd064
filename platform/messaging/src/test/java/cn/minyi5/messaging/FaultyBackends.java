package cn.minyi5.messaging;

import cn.minyi5.backends.Durability;
import cn.minyi5.backends.FreePorts;
import cn.minyi5.backends.KafkaBackend;
import cn.minyi5.backends.KafkaLogins;
import cn.minyi5.backends.PostgresBackend;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL and a Kafka of this test's own, which it may kill. */
public final class FaultyBackends implements QuarkusTestResourceLifecycleManager {

    /** System properties and not fields: a Quarkus test sees this class through several class loaders. */
    private static final String HOME = "minyi5.faulty.home";

    private static final String PORTS = "minyi5.faulty.ports";

    @Override
    public Map<String, String> start() {
        try {
            System.setProperty(HOME, Files.createTempDirectory("minyi5-faulty").toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        System.setProperty(PORTS, FreePorts.next() + "," + FreePorts.next() + "," + FreePorts.next());
        var postgres = postgres();
        postgres.start();
        var kafka = kafka();
        kafka.start();
        postgres.createDatabase("faults");
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl("faults"));
        settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl("faults"));
        settings.put("quarkus.datasource.username", postgres.user());
        settings.put("quarkus.datasource.password", postgres.password());
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    @Override
    public void stop() {
        kafka().kill9();
        postgres().kill9();
    }

    static PostgresBackend postgres() {
        return new PostgresBackend(home().resolve("postgres"), port(0), Durability.FAST, "faults");
    }

    static KafkaBackend kafka() {
        return new KafkaBackend(home().resolve("kafka"), port(1), port(2), Durability.FAST, KafkaLogins.NONE);
    }

    private static Path home() {
        return Path.of(System.getProperty(HOME));
    }

    private static int port(int which) {
        return Integer.parseInt(System.getProperty(PORTS).split(",")[which]);
    }
}
