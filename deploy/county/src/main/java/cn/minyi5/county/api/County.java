package cn.minyi5.county.api;

import cn.minyi5.backends.KafkaLogins;
import cn.minyi5.backends.Realm;
import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.DemoPersons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The county's running services, each as any of its people sees it. Where they are and who may log in is read from the
 * files that {@code deploy/up} keeps in its home.
 */
public final class County {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private final Path home;
    private final Properties ports;
    private final Properties secrets;
    private final DemoPersons persons = new DemoPersons(DemoCounty.load(), this::secret);

    /** @throws NothingRuns when there never was a {@code deploy/up} in that home */
    public County(Path home) {
        this.home = home;
        this.ports = properties("ports.properties");
        this.secrets = properties("secrets.properties");
    }

    /** There is no stack; the message says what to do. */
    public static final class NothingRuns extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingRuns(Path home) {
            super("nothing runs in " + home + ": run deploy/up first");
        }
    }

    public Api intake(String username) {
        return of("intake", username);
    }

    public Api routing(String username) {
        return of("routing", username);
    }

    public Api escalation(String username) {
        return of("escalation", username);
    }

    public Api notification(String username) {
        return of("notification", username);
    }

    /** The person's login at Keycloak; one for all services. */
    public Login login(String username) {
        var issuer = URI.create("http://127.0.0.1:" + port("keycloak") + "/realms/minyi5");
        return logins.computeIfAbsent(username, name -> login(issuer, name));
    }

    private Login login(URI issuer, String username) {
        // An earlier stack has no such secret, and gives administrators a token for their password.
        return username.equals(DemoPersons.ADMINISTRATOR) && secrets.containsKey("administration")
                ? Login.ofProgram(http, issuer, Realm.ADMINISTRATION, secret("administration"))
                : Login.ofPerson(http, issuer, username, persons.password(username));
    }

    /** Where a service is, such as {@code http://127.0.0.1:8101}. */
    public URI address(String service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    /** Where its health, metrics and OpenAPI are; an earlier stack has them on the service's own port. */
    public URI management(String service) {
        return URI.create("http://127.0.0.1:" + ports.getProperty(service + "-management", ports.getProperty(service)));
    }

    /** @param part such as {@code kafka} or {@code imap} */
    public int port(String part) {
        return Integer.parseInt(ports.getProperty(part));
    }

    /** A password or key, such as that of {@code postgres}. */
    public String secret(String name) {
        return secrets.getProperty(name);
    }

    /** For a client of Kafka that may do everything; an earlier stack asks nobody. */
    public Map<String, Object> kafka() {
        var settings = new HashMap<String, Object>(
                secrets.containsKey(KafkaLogins.ADMIN)
                        ? KafkaLogins.ofClient(KafkaLogins.ADMIN, secret(KafkaLogins.ADMIN))
                        : Map.of());
        settings.put("bootstrap.servers", "127.0.0.1:" + port("kafka"));
        return settings;
    }

    public DemoPersons persons() {
        return persons;
    }

    /** Of the stack. */
    public Path home() {
        return home;
    }

    /** A service as one of its people sees it. @param service such as {@code intake} */
    public Api of(String service, String username) {
        return new Api(http, address(service), login(username));
    }

    private Properties properties(String file) {
        var properties = new Properties();
        if (Files.notExists(home.resolve(file))) {
            throw new NothingRuns(home);
        }
        try (var in = Files.newBufferedReader(home.resolve(file))) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
