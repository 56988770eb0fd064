package cn.minyi5.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Gives the service under test a fresh database, a corner of its own in the shared Kafka, and the key of {@link Tokens}
 * in place of Keycloak.
 */
public final class ServiceBackends implements QuarkusTestResourceLifecycleManager {

    /** System properties and not fields: a Quarkus test sees this class through several class loaders. */
    static final String BOOTSTRAP = "minyi5.testing.bootstrap-servers";

    static final String PREFIX = "minyi5.testing.prefix";

    @Override
    public Map<String, String> start() {
        var database = TestBackends.freshDatabase("service");
        var prefix = "test-" + UUID.randomUUID().toString().substring(0, 8) + ".";
        System.setProperty(BOOTSTRAP, TestBackends.kafka().bootstrapServers());
        System.setProperty(PREFIX, prefix);
        var settings = new HashMap<String, String>();
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.reactive.url", database.reactiveUrl());
        settings.put("quarkus.datasource.username", database.user());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("kafka.bootstrap.servers", System.getProperty(BOOTSTRAP));
        settings.put("minyi5.messaging.prefix", prefix);
        settings.putAll(Tokens.keys());
        return settings;
    }

    @Override
    public void stop() {
        // The shared backends end by themselves; the database and the corner in Kafka go with them.
    }
}
