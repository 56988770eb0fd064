package cn.minyi5.local.stack;

import cn.minyi5.backends.Durability;
import cn.minyi5.backends.KafkaBackend;
import cn.minyi5.backends.OsProcess;
import cn.minyi5.backends.PostgresBackend;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
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

    private final StackParts parts;

    private Stack(StackParts parts) {
        this.parts = parts;
    }

    /**
     * @param home where data, logs and secrets lie; made when missing
     * @param durability of PostgreSQL and Kafka
     */
    public static Stack at(Path home, Ports ports, Durability durability) {
        return new Stack(new StackParts(home.toAbsolutePath(), ports, durability, Map.of()));
    }

    /** The same stack with more environment variables for one service, counting from its next start. */
    public Stack withEnvironment(String service, Map<String, String> variables) {
        return new Stack(parts.withEnvironment(service, variables));
    }

    /** Starts whatever does not run, backends first; returns when all of it answers. */
    public void start() {
        start(Progress.SILENT);
    }

    public void start(Progress progress) {
        together(BACKENDS, part -> start(part, progress));
        together(SERVICES, part -> start(part, progress));
    }

    /** Starts one part unless it runs; returns when it answers. */
    public void start(String part) {
        parts.get(part).start();
    }

    /** Stops everything politely, services first. Data stays. */
    public void stop() {
        together(SERVICES, this::stop);
        together(BACKENDS, this::stop);
    }

    public void stop(String part) {
        parts.get(part).stop();
    }

    /** SIGKILL for every process at about the same time. */
    public void kill9() {
        together(Stream.concat(SERVICES.stream(), BACKENDS.stream()).toList(), this::kill9);
    }

    public void kill9(String part) {
        parts.get(part).kill9();
    }

    public void restart(String part) {
        stop(part);
        start(part);
    }

    public boolean isRunning(String part) {
        return process(part).isRunning();
    }

    /** For its pid and log, to pause it and to resume it. */
    public OsProcess process(String part) {
        return parts.get(part).process();
    }

    /** Where a service is, such as {@code http://127.0.0.1:8101}. */
    public URI address(String service) {
        return parts.address(service);
    }

    /** The realm at Keycloak. */
    public URI issuer() {
        return parts.issuer();
    }

    public Ports ports() {
        return parts.ports();
    }

    public Path home() {
        return parts.home();
    }

    public DemoPersons persons() {
        return parts.persons();
    }

    public StackSecrets secrets() {
        return parts.secrets();
    }

    /** For looking into the databases, which are called like the services. */
    public PostgresBackend postgres() {
        return parts.postgres();
    }

    public KafkaBackend kafka() {
        return parts.kafka();
    }

    private void start(String part, Progress progress) {
        var begin = System.nanoTime();
        start(part);
        progress.ready(part, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static void together(List<String> names, Consumer<String> action) {
        var threads = Executors.newFixedThreadPool(names.size());
        try {
            CompletableFuture.allOf(names.stream()
                            .map(name -> CompletableFuture.runAsync(() -> action.accept(name), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdown();
        }
    }
}
