package cn.minyi5.local.stack;

import cn.minyi5.backends.JavaCommand;
import cn.minyi5.backends.OsProcess;
import cn.minyi5.backends.Server;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of the four services, run from its build output. */
record ServiceProcess(Stack stack, String name) implements Server {
    // The whole demo runs in this, the spreadsheets of its bulletins too; measured in the README. A service that is
    // out of memory ends, and the supervisor starts it again.
    private static final List<String> OPTIONS = List.of(
            // Room for the nursery from the start, or it is collected six times before the first answer.
            "-Xms176m",
            // What a load throws away at once would fill a small one ten times a second.
            "-Xmn80m",
            "-Xmx256m",
            // Where memory is touched for the first time is dear, and half of a start's 59,000 pages are heap (ADR
            // 0014).
            "-XX:+UseTransparentHugePages",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            // Addresses that are none are refused by platform/web, as a problem.
            "-Dvertx.disableURIValidation=true",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");

    /** Nobody stands and waits for them: on a busy machine those whom people wait for come first. */
    private static final List<String> YIELDING = List.of(Stack.ESCALATION, Stack.NOTIFICATION);

    @Override
    public OsProcess process() {
        return new OsProcess(stack.home().resolve(name), name);
    }

    /** Starts it anew also if its jar is newer: it would look for classes that are gone. */
    @Override
    public void start() {
        if (process().isRunning() && isOlderThan(Repository.jar(name))) {
            stop();
        }
        Server.super.start();
    }

    @Override
    public void launch() {
        var jars = ServiceJars.of(name);
        var command = new ArrayList<String>(YIELDING.contains(name) ? List.of("nice", "--adjustment=10") : List.of());
        command.add(JavaCommand.java());
        command.addAll(JavaCommand.SHARING_CORES);
        command.addAll(OPTIONS);
        command.addAll(jars.options(loadedClasses()));
        command.add(ServiceJars.MAIN);
        var environment = Map.of(
                "CLASSPATH", jars.classPath(),
                "QUARKUS_HTTP_PORT", Integer.toString(stack.address(name).getPort()),
                "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(stack.management(name).getPort()),
                "SMALLRYE_CONFIG_LOCATIONS",
                        stack.settings(name).write().toUri().toString());
        process().start(command, environment);
    }

    /** Lets the next starts be quick, once it is ready and has loaded what a call needs; nothing when it does not run. */
    void archiveClasses() {
        var jars = ServiceJars.of(name);
        if (jars.isArchiveMissing() && process().isRunning()) {
            process().awaitReady(patience(), this::missing);
            new County(stack.home()).of(name, DemoPersons.ADMINISTRATOR).get("/api/dead-letters");
            jars.archive(loadedClasses());
        }
    }

    private Path loadedClasses() {
        return stack.home().resolve(name).resolve("loaded-classes");
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Override
    public String missing() {
        return Server.missing(stack.management(name) + "/health/ready", answer -> reasons(answer.body()));
    }

    /** The checks that are not UP, with what they tell. */
    static String reasons(String health) {
        var reasons = new ArrayList<String>();
        try {
            for (var check : new ObjectMapper().readTree(health).path("checks")) {
                if (!check.path("status").asText().equals("UP")) {
                    var data = check.path("data");
                    reasons.add(check.path("name").asText() + " is DOWN" + (data.isEmpty() ? "" : " " + data));
                }
            }
        } catch (IOException e) {
            reasons.add(health.lines().findFirst().orElse(""));
        }
        return reasons.isEmpty() ? "it is not UP and does not say why" : String.join("; ", reasons);
    }

    private boolean isOlderThan(Path jar) {
        var built = Instant.ofEpochMilli(jar.toFile().lastModified());
        return ProcessHandle.of(process().pid())
                .flatMap(handle -> handle.info().startInstant())
                .filter(built::isAfter)
                .isPresent();
    }
}
