package cn.minyi5.local.stack;

import cn.minyi5.backends.JavaCommand;
import cn.minyi5.backends.Server;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of the four services, run from its build output. */
final class ServiceProcess extends Server {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    // The whole demo runs in this, the spreadsheets of its bulletins too; measured in the README. A service that is
    // out of memory ends, and the supervisor starts it again.
    private static final List<String> OPTIONS = List.of(
            "-Xms48m",
            "-Xmx256m",
            // What a load throws away at once: a small nursery is collected ten times a second.
            "-Xmn80m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");

    private final Stack stack;
    private final String name;
    private final URI readiness;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    ServiceProcess(Stack stack, String name) {
        super(stack.home().resolve(name), name);
        this.stack = stack;
        this.name = name;
        this.readiness = stack.address(name).resolve("/health/ready");
    }

    /** Starts it anew also if its jar is newer: it would look for classes that are gone. */
    @Override
    public ServiceProcess start() {
        if (process().isRunning() && isOlderThan(Repository.jar(name))) {
            stop();
        }
        super.start();
        return this;
    }

    @Override
    public void launch() {
        var jars = ServiceJars.of(name);
        var command = new ArrayList<String>();
        command.add(JavaCommand.java());
        command.addAll(OPTIONS);
        command.addAll(List.of(jars.option(), ServiceJars.MAIN));
        var environment = Map.of(
                "CLASSPATH", jars.classPath(),
                "QUARKUS_HTTP_PORT", Integer.toString(readiness.getPort()),
                "SMALLRYE_CONFIG_LOCATIONS",
                        stack.settings(name).write().toUri().toString());
        process().start(command, environment);
    }

    @Override
    protected Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Override
    public String missing() {
        var request = HttpRequest.newBuilder(readiness).timeout(ANSWER).build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? "" : reasons(answer.body());
        } catch (IOException e) {
            return "it does not answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    /** The checks that are not UP, with what they tell. */
    static String reasons(String health) {
        var reasons = new ArrayList<String>();
        try {
            for (var check : new ObjectMapper().readTree(health).path("checks")) {
                if (!check.path("status").asText().equals("UP")) {
                    reasons.add(check.path("name").asText() + " is DOWN" + details(check.path("data")));
                }
            }
        } catch (IOException e) {
            reasons.add(health.lines().findFirst().orElse(""));
        }
        return reasons.isEmpty() ? "it is not UP and does not say why" : String.join("; ", reasons);
    }

    private static String details(JsonNode data) {
        return data.isEmpty() ? "" : " " + data;
    }

    private boolean isOlderThan(Path jar) {
        try {
            var built = Files.getLastModifiedTime(jar).toInstant();
            return ProcessHandle.of(process().pid())
                    .flatMap(handle -> handle.info().startInstant())
                    .filter(built::isAfter)
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
