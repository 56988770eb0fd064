package cn.minyi5.bench.build;

import cn.minyi5.backends.Commands;
import cn.minyi5.backends.OsProcess;
import cn.minyi5.backends.Patience;
import cn.minyi5.bench.load.Phone;
import cn.minyi5.bench.load.Threads;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.County;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One build of the system: a checkout, and a stack in a home of its own that the checkout's own {@code deploy/up} and
 * {@code deploy/down} start and stop. Where it is and who may log in is read from the files in that home, so that the
 * builds of other commits can be measured too.
 */
public final class Build {
    public static final String INTAKE = "intake";
    public static final String ROUTING = "routing";
    public static final List<String> SERVICES = List.of(INTAKE, ROUTING, "escalation", "notification");

    private static final Duration STOPPING = Duration.ofSeconds(30);
    private static final Duration ARCHIVING = Duration.ofMinutes(6);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final double QUIET = 0.30;

    private final String name;
    private final Path checkout;
    private final Path home;
    // Away from the default, where somebody's own stack may start at the same time.
    private final int portBase = 10_000 + 100 * ThreadLocalRandom.current().nextInt(200);
    private volatile @Nullable County county;
    private volatile long readyAt;

    /**
     * @param name as the page calls it
     * @param home a directory that is only this stack's
     */
    public Build(String name, Path checkout, Path home) {
        this.name = name;
        this.checkout = checkout;
        this.home = home;
    }

    public String name() {
        return name;
    }

    public Path home() {
        return home;
    }

    /** Builds what is not built and starts what does not run; returns when all of it is ready. */
    public void up() {
        try {
            command("up");
        } catch (IllegalStateException e) {
            // A machine that is busy with something else may need longer than up waits; the second time less is
            // missing.
            command("up");
        }
        if (county == null) {
            county = new County(home);
        }
        readyAt = System.nanoTime();
    }

    /** After a build a second time, when the first start's archives of classes have been taken: as all later starts. */
    public void upWithArchives() {
        // What is built now has none yet.
        up();
        if (!hasArchives() && parts().contains("supervisor")) {
            Patience.waitUntil(ARCHIVING, this::hasArchives);
            down();
            up();
        }
    }

    private boolean hasArchives() {
        var archive = "-service/target/quarkus-app/classes-" + System.getProperty("java.vm.version") + ".jsa";
        return SERVICES.stream().allMatch(service -> Files.exists(checkout.resolve(service + archive)));
    }

    /** Nothing when nothing runs. */
    public void down() {
        resume(SERVICES);
        command("down");
    }

    /** As {@link System#nanoTime()}: when {@link #up} last ended. */
    public long readyAt() {
        return readyAt;
    }

    /** What was measured: the commit, and whether something is changed. */
    public String commit() {
        var changes = git("status", "--porcelain", "-uno");
        return git("rev-parse", "--short", "HEAD") + (changes.isEmpty() ? "" : " with changes");
    }

    public Database database(String database) {
        return new Database(county().port("postgres"), database, county().secret("postgres"));
    }

    public Map<String, Object> kafka() {
        return county().kafka();
    }

    /** What runs, as people see it. */
    public County county() {
        return Objects.requireNonNull(county, "not up yet");
    }

    /** The village's secretary, on a connection of its own. */
    public Phone phone() throws IOException {
        var secretary = DemoPersons.VILLAGE_SECRETARY;
        return new Phone(
                county().address(INTAKE),
                county().login(secretary)::token,
                county().persons().gridOf(secretary).code());
    }

    /** SIGTERM; returns when it has ended. */
    public void stop(String service) {
        process(service).stop(STOPPING);
    }

    /** Ends it, and has it started anew meanwhile: by its supervisor, or by {@code deploy/up} where none looks after it. */
    public CompletableFuture<Void> startAnew(String service) {
        if (!parts().contains("supervisor")) {
            stop(service);
            return CompletableFuture.runAsync(this::up);
        }
        var process = ProcessHandle.of(pid(service)).orElseThrow();
        process.destroy();
        process.onExit().join();
        return CompletableFuture.completedFuture(null);
    }

    /** SIGSTOP: it keeps its memory and its connections, and costs nothing while another build is measured. */
    public void pause(Collection<String> services) {
        running(services).forEach(OsProcess::pause);
    }

    /** SIGCONT. */
    public void resume(Collection<String> services) {
        running(services).forEach(OsProcess::resume);
    }

    /** @throws IllegalStateException when it is not running */
    public long pid(String part) {
        return process(part).pid();
    }

    private OsProcess process(String part) {
        return new OsProcess(home.resolve(part), part);
    }

    private Stream<OsProcess> running(Collection<String> parts) {
        return parts.stream().map(this::process).filter(OsProcess::isRunning);
    }

    /** Processor time of all its processes until now. */
    public double cpuSeconds() {
        return Proc.cpuSeconds(parts().stream().map(this::pid).toList());
    }

    /** Whatever of the stack runs: backends, services, and who looks after them. */
    public List<String> parts() {
        try (var parts = Files.list(home)) {
            return parts.map(part -> part.getFileName().toString())
                    .filter(part -> process(part).isRunning())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the stack has worked off what was asked of it, at most a minute later; how many seconds that took. */
    public double settle() {
        var begin = System.nanoTime();
        double busy;
        do {
            var before = cpuSeconds();
            Threads.pause(LOOK);
            busy = (cpuSeconds() - before)
                    / LOOK.toSeconds()
                    / Runtime.getRuntime().availableProcessors();
        } while (busy > QUIET && System.nanoTime() - begin < SETTLING.toNanos());
        return (System.nanoTime() - begin) / 1e9;
    }

    private void command(String command) {
        Commands.run(
                List.of(checkout.resolve("deploy").resolve(command).toString()),
                Map.of("MINYI5_HOME", home.toString(), "MINYI5_PORT_BASE", Integer.toString(portBase)));
    }

    private String git(String... arguments) {
        var git = Stream.of("git", "--no-optional-locks", "-C", checkout.toString());
        return Commands.run(Stream.concat(git, Stream.of(arguments)).toList()).strip();
    }
}
