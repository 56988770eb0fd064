package cn.minyi5.bench.part;

import cn.minyi5.backends.FreePorts;
import cn.minyi5.backends.JavaCommand;
import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.build.Proc;
import cn.minyi5.bench.load.HttpConnection;
import cn.minyi5.bench.report.Figures;
import cn.minyi5.county.DemoPersons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How soon each service answers an API call with a token, from the start of its process, its database being there; one
 * at a time while the others run. Beside it a JVM that does nothing but answer. And what the first ten seconds after all
 * services say ready are like.
 */
final class Starts {
    private static final Map<String, String> CALLS = Map.of(
            "intake", "/api/categories",
            "routing", "/api/departments",
            "escalation", "/api/policies",
            "notification", "/api/me/inbox");
    private static final long STEP_NANOS = 5_000_000;
    private static final long AT_MOST_NANOS = 180_000_000_000L;
    private static final int FIRST_PER_SECOND = 50;
    private static final Duration FIRST_SECONDS = Duration.ofSeconds(10);
    private static final String FIRST_ANSWERS = "first ten seconds at 50 a second: due → accepted, p99 ms";

    private Starts() {}

    static void run(Bench bench, Figures figures) {
        figures.explain(
                "Seconds from the start of the process to the first 200 of a call with a token, one service at a"
                        + " time; \"an empty JVM\" is one with the same options whose JDK server only says 200.");
        Build.SERVICES.forEach(service -> figures.aim(first(service), "≤ 2.5"));
        figures.aim(FIRST_ANSWERS, "< 500");
        for (int round = 0; round < bench.plan().rounds(); round++) {
            for (var build : bench.builds()) {
                bench.alone(build);
                bench.say("starting each service of %s anew, round %d".formatted(build.name(), round + 1));
                Build.SERVICES.forEach(
                        service -> figures.add(first(service), build.name(), secondsToFirstAnswer(build, service)));
                figures.add("an empty JVM: start to first 200, s", build.name(), secondsToHello());
                bench.say("the first ten seconds of " + build.name());
                firstSeconds(bench, build, figures);
            }
        }
    }

    private static String first(String service) {
        return service + ": start to first 200, s";
    }

    private static double secondsToFirstAnswer(Build build, String service) {
        var token = build.county().login(DemoPersons.ADMINISTRATOR).token();
        var starting = build.startAnew(service);
        await(starting, () -> HttpConnection.isAnswered(build.county().address(service), CALLS.get(service), token));
        var seconds = Proc.age(build.pid(service));
        starting.join();
        return seconds;
    }

    private static void firstSeconds(Bench bench, Build build, Figures figures) {
        Build.SERVICES.forEach(build::stop);
        bench.cold(build);
        var starting = CompletableFuture.runAsync(build::up);
        await(starting, () -> Build.SERVICES.stream()
                .allMatch(
                        service -> HttpConnection.isAnswered(build.county().management(service), "/health/ready", "")));
        var arrivals = VisibleLoad.run(bench, build, FIRST_PER_SECOND, FIRST_SECONDS);
        figures.add(FIRST_ANSWERS, build.name(), arrivals.toAnswer().p99());
        figures.add(
                "first ten seconds at 50 a second: due → visible, p99 ms",
                build.name(),
                arrivals.toVisible().p99());
        starting.join();
        build.settle();
    }

    private static double secondsToHello() {
        try {
            var port = FreePorts.next();
            var options = List.of("-Xms48m", "-Xmx256m", "-XX:+UseSerialGC");
            var builder = new ProcessBuilder(JavaCommand.of(options, HelloServer.class, Integer.toString(port)));
            builder.environment().putAll(JavaCommand.environment());
            var process = builder.start();
            try {
                var hello = URI.create("http://127.0.0.1:" + port);
                await(process.onExit(), () -> HttpConnection.isAnswered(hello, "/", ""));
                return Proc.age(process.pid());
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CompletableFuture<?> starting, BooleanSupplier answers) {
        var begin = System.nanoTime();
        while (!answers.getAsBoolean()) {
            if (starting.isCompletedExceptionally() || System.nanoTime() - begin > AT_MOST_NANOS) {
                throw new IllegalStateException("what was started did not answer with 200");
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
