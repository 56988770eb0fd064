package cn.minyi5.bench.build;

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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
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
        var hash = output(List.of("git", "-C", checkout.toString(), "rev-parse", "--short", "HEAD"));
        var changes = output(
                List.of("git", "--no-optional-locks", "-C", checkout.toString(), "status", "--porcelain", "-uno"));
        return hash + (changes.isEmpty() ? "" : " with changes");
    }

    public Database database(String database) {
        return new Database(county().port("postgres"), database, county().secret("postgres"));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + county().port("kafka");
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
        resume(List.of(service));
        // Without its pid file nobody who looks after it takes it for dead.
        var process = ProcessHandle.of(pid(service)).orElseThrow();
        delete(pidFile(service));
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOPPING.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** SIGSTOP: it keeps its memory and its connections, and costs nothing while another build is measured. */
    public void pause(Collection<String> services) {
        signal("STOP", services);
    }

    /** SIGCONT. */
    public void resume(Collection<String> services) {
        signal("CONT", services);
    }

    /** @throws IllegalStateException when it is not running */
    public long pid(String part) {
        return running(part).orElseThrow(() -> new IllegalStateException(part + " of " + name + " is not running"));
    }

    /** The pid file says when it was started, too: its number may belong to somebody else meanwhile. */
    private Optional<Long> running(String part) {
        try {
            var words = Files.readString(pidFile(part)).strip().split(" ");
            var pid = Long.parseLong(words[0]);
            return Optional.of(pid).filter(any -> Proc.isSince(pid, words[1]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Processor time of all its processes until now. */
    public double cpuSeconds() {
        return Proc.cpuSeconds(parts().stream().map(this::pid).toList());
    }

    /** Whatever of the stack runs: backends, services, and who looks after them. */
    public List<String> parts() {
        try (var parts = Files.list(home)) {
            return parts.map(part -> part.getFileName().toString())
                    .filter(part -> running(part).isPresent())
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

    private void signal(String signal, Collection<String> services) {
        var pids = services.stream()
                .flatMap(service -> running(service).stream())
                .map(pid -> Long.toString(pid))
                .toList();
        if (!pids.isEmpty()) {
            output(Stream.concat(Stream.of("kill", "-" + signal), pids.stream()).toList());
        }
    }

    private void command(String command) {
        var log = home.resolve("deploy-" + command + ".out");
        try {
            var builder = new ProcessBuilder(
                            checkout.resolve("deploy").resolve(command).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("MINYI5_HOME", home.toString());
            builder.environment().put("MINYI5_PORT_BASE", Integer.toString(portBase));
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("deploy/" + command + " of " + name + ":\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during deploy/" + command, e);
        }
    }

    private static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile(String part) {
        return home.resolve(part).resolve(part + ".pid");
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
