package cn.minyi5.local.stack;

import cn.minyi5.backends.Durability;
import cn.minyi5.backends.KafkaBackend;
import cn.minyi5.backends.KafkaLogins;
import cn.minyi5.backends.KeycloakBackend;
import cn.minyi5.backends.MailBackend;
import cn.minyi5.backends.OsProcess;
import cn.minyi5.backends.PostgresBackend;
import cn.minyi5.backends.Realm;
import cn.minyi5.backends.Secrets;
import cn.minyi5.backends.Server;
import cn.minyi5.county.DemoCounty;
import cn.minyi5.county.DemoPersons;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole system on one machine, all of it in one directory. The processes outlive this JVM; another object made with
 * the same arguments looks after the same processes. Parts are named by the constants.
 */
public final class Stack {
    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String KEYCLOAK = "keycloak";
    public static final String MAIL = "mail";
    public static final String INTAKE = "intake";
    public static final String ROUTING = "routing";
    public static final String ESCALATION = "escalation";
    public static final String NOTIFICATION = "notification";

    /** What the services stand on. */
    public static final List<String> BACKENDS = List.of(POSTGRES, KAFKA, KEYCLOAK, MAIL);

    public static final List<String> SERVICES = List.of(INTAKE, ROUTING, ESCALATION, NOTIFICATION);

    static final List<String> PARTS =
            Stream.concat(BACKENDS.stream(), SERVICES.stream()).toList();

    private final Path home;
    private final Ports ports;
    private final Secrets secrets;
    private final DemoPersons persons;
    private final PostgresBackend postgres;
    private final KafkaBackend kafka;
    private final KeycloakBackend keycloak;
    private final Server supervisor;
    private final Map<String, Server> parts = new HashMap<>();

    private Stack(Path home, Ports ports, Durability durability) {
        this.home = home;
        this.ports = ports;
        this.secrets = Secrets.keptIn(home);
        this.persons = new DemoPersons(DemoCounty.load(), secrets::password);
        this.postgres = new PostgresBackend(
                home.resolve(POSTGRES), ports.of(Port.POSTGRES), durability, secrets.password(POSTGRES));
        this.kafka = new KafkaBackend(
                home.resolve(KAFKA), ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER), durability, kafkaLogins());
        this.keycloak = new KeycloakBackend(
                home.resolve(KEYCLOAK),
                ports.of(Port.KEYCLOAK),
                new Realm(
                        persons.all(),
                        secrets.password("integration"),
                        secrets.password("administration"),
                        DemoCounty.CODE),
                secrets.password("keycloak-admin"));
        this.supervisor = new Supervisor.Process(home);
        parts.put(POSTGRES, postgres);
        parts.put(KAFKA, kafka);
        parts.put(KEYCLOAK, keycloak);
        parts.put(MAIL, new MailBackend(home.resolve(MAIL), ports.of(Port.SMTP), ports.of(Port.IMAP), mailPasswords()));
        SERVICES.forEach(service -> parts.put(service, new ServiceProcess(this, service)));
    }

    /**
     * @param home where data, logs and secrets lie; made when missing
     * @param durability of PostgreSQL and Kafka
     */
    public static Stack at(Path home, Ports ports, Durability durability) {
        return new Stack(home.toAbsolutePath(), ports, durability);
    }

    /** A login for each service, and one for whoever looks after Kafka. */
    private KafkaLogins kafkaLogins() {
        var passwords = new HashMap<String, String>();
        passwords.put(KafkaLogins.ADMIN, secrets.password(KAFKA));
        SERVICES.forEach(service -> passwords.put(service, secrets.password("kafka-" + service)));
        return new KafkaLogins(
                passwords, SERVICES.stream().collect(Collectors.toMap(Function.identity(), Channels::readBy)));
    }

    /** A mailbox for each person, with the person's password, and the one that notification sends from. */
    private Map<String, String> mailPasswords() {
        var passwords = new HashMap<String, String>();
        persons.all().forEach(person -> passwords.put(DemoPersons.mail(person.username()), person.password()));
        passwords.put(DemoPersons.mail(NOTIFICATION), secrets.password("mail-notification"));
        return passwords;
    }

    /** Starts whatever does not run; returns when all of it answers. */
    public void start() {
        start(PARTS, ready -> {});
    }

    /**
     * Starts those of the parts that do not run, each as soon as what it stands on answers; a service waits for Keycloak
     * itself.
     *
     * @param ready hears of every part that answers
     */
    void start(Collection<String> names, Consumer<String> ready) {
        var threads = Executors.newCachedThreadPool();
        try {
            var started = new LinkedHashMap<String, CompletableFuture<Void>>();
            for (var name : names) {
                var first = Stream.of(POSTGRES, KAFKA)
                        .filter(backend -> SERVICES.contains(name) && started.containsKey(backend))
                        .map(started::get)
                        .toArray(CompletableFuture[]::new);
                started.put(
                        name,
                        CompletableFuture.allOf(first)
                                .thenRunAsync(() -> start(name), threads)
                                .thenRun(() -> ready.accept(name)));
            }
            await(started.values());
        } finally {
            threads.shutdown();
        }
    }

    /** Starts one part unless it runs; returns when it answers. */
    public void start(String part) {
        part(part).start();
        if (part.equals(POSTGRES)) {
            SERVICES.forEach(postgres::createDatabase);
        }
    }

    /** Stops everything politely, services first. Data stays. */
    public void stop() {
        supervisor.stop();
        together(SERVICES, this::stop);
        together(BACKENDS, this::stop);
    }

    public void stop(String part) {
        part(part).stop();
    }

    /** SIGKILL for every process at about the same time. */
    public void kill9() {
        supervisor.kill9();
        together(PARTS, this::kill9);
    }

    public void kill9(String part) {
        part(part).kill9();
    }

    public boolean isRunning(String part) {
        return process(part).isRunning();
    }

    /** For its pid and log, to pause it and to resume it. */
    public OsProcess process(String part) {
        return part(part).process();
    }

    /** Where a service is, such as {@code http://127.0.0.1:8101}. */
    public URI address(String service) {
        return address(service, "");
    }

    /** Where its health, metrics and OpenAPI are, such as {@code http://127.0.0.1:8111}. */
    public URI management(String service) {
        return address(service, "_MANAGEMENT");
    }

    private URI address(String service, String port) {
        return URI.create("http://127.0.0.1:" + ports.of(Port.valueOf(service.toUpperCase(Locale.ROOT) + port)));
    }

    /** The realm at Keycloak. */
    public URI issuer() {
        return URI.create(keycloak.issuer());
    }

    public Ports ports() {
        return ports;
    }

    public Path home() {
        return home;
    }

    public DemoPersons persons() {
        return persons;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** For looking into the databases, which are called like the services. */
    public PostgresBackend postgres() {
        return postgres;
    }

    public KafkaBackend kafka() {
        return kafka;
    }

    /** What a service is told, wherever it runs. */
    ServiceSettings settings(String service) {
        return new ServiceSettings(this, service);
    }

    Server supervisor() {
        return supervisor;
    }

    /** @throws IllegalArgumentException for a name that no part has */
    Server part(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("there is no part " + name + " but " + PARTS);
        }
        return part;
    }

    private static void together(Collection<String> names, Consumer<String> action) {
        var threads = Executors.newCachedThreadPool();
        try {
            var all = new ArrayList<CompletableFuture<Void>>();
            names.forEach(name -> all.add(CompletableFuture.runAsync(() -> action.accept(name), threads)));
            await(all);
        } finally {
            threads.shutdown();
        }
    }

    private static void await(Collection<CompletableFuture<Void>> all) {
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
