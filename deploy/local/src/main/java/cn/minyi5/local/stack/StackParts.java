package cn.minyi5.local.stack;

import cn.minyi5.backends.Durability;
import cn.minyi5.backends.KafkaBackend;
import cn.minyi5.backends.OsProcess;
import cn.minyi5.backends.PostgresBackend;
import cn.minyi5.backends.Realm;
import cn.minyi5.local.county.DemoCounty;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parts of one stack and how they find each other. */
final class StackParts {
    private static final String LOOPBACK = "http://127.0.0.1:";

    private final Path home;
    private final Ports ports;
    private final Durability durability;
    private final Map<String, Map<String, String>> environments;
    private final StackSecrets secrets;
    private final DemoPersons persons;
    private final PostgresBackend postgres;
    private final KafkaBackend kafka;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    StackParts(Path home, Ports ports, Durability durability, Map<String, Map<String, String>> environments) {
        this.home = home;
        this.ports = ports;
        this.durability = durability;
        this.environments = environments;
        this.secrets = StackSecrets.keptIn(home);
        this.persons = new DemoPersons(DemoCounty.load(), secrets);
        this.postgres = PostgresBackend.at(
                dir(Stack.POSTGRES), ports.of(Port.POSTGRES), durability, secrets.password(Stack.POSTGRES));
        this.kafka =
                KafkaBackend.at(dir(Stack.KAFKA), ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER), durability);
        addBackends();
        Stack.SERVICES.forEach(this::addService);
    }

    StackParts withEnvironment(String service, Map<String, String> variables) {
        get(service);
        var all = new HashMap<>(environments);
        all.merge(service, variables, StackParts::together);
        return new StackParts(home, ports, durability, all);
    }

    /** @throws IllegalArgumentException for a name that no part has */
    Part get(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("there is no part " + name + " but " + parts.keySet());
        }
        return part;
    }

    URI address(String service) {
        return URI.create(LOOPBACK + ports.of(Port.valueOf(service.toUpperCase(Locale.ROOT))));
    }

    URI issuer() {
        return URI.create(LOOPBACK + ports.of(Port.KEYCLOAK) + "/realms/" + Realm.NAME);
    }

    Path home() {
        return home;
    }

    Ports ports() {
        return ports;
    }

    DemoPersons persons() {
        return persons;
    }

    StackSecrets secrets() {
        return secrets;
    }

    PostgresBackend postgres() {
        return postgres;
    }

    KafkaBackend kafka() {
        return kafka;
    }

    private void addBackends() {
        var realm = Realm.of(persons.all(), secrets.password("integration"));
        var keycloak = KeycloakPart.of(
                dir(Stack.KEYCLOAK), ports.of(Port.KEYCLOAK), realm, secrets.password("keycloak-admin"));
        var mail = new MailPart(OsProcess.of(dir(Stack.MAIL), Stack.MAIL), ports.of(Port.SMTP), ports.of(Port.IMAP));
        parts.put(Stack.POSTGRES, new PostgresPart(postgres));
        parts.put(Stack.KAFKA, new KafkaPart(kafka));
        parts.put(Stack.KEYCLOAK, keycloak);
        parts.put(Stack.MAIL, mail);
    }

    private void addService(String name) {
        var environment = together(environment(name), environments.getOrDefault(name, Map.of()));
        parts.put(
                name,
                new ServicePart(OsProcess.of(dir(name), name), address(name), environment, HttpClient.newHttpClient()));
    }

    private Map<String, String> environment(String service) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(address(service).getPort()));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(service));
        environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer().toString());
        environment.put("MINYI5_MESSAGING_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        if (service.equals(Stack.INTAKE)) {
            environment.put("MINYI5_PRIVACY_MASTER_KEY", secrets.key("privacy-master-key"));
        }
        if (service.equals(Stack.NOTIFICATION)) {
            environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
            environment.put("QUARKUS_MAILER_PORT", Integer.toString(ports.of(Port.SMTP)));
        }
        return environment;
    }

    private Path dir(String part) {
        return home.resolve(part);
    }

    private static Map<String, String> together(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
