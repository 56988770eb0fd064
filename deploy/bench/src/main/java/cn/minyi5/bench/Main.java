package cn.minyi5.bench;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.part.Bench;
import cn.minyi5.bench.part.Part;
import cn.minyi5.bench.part.Plan;
import cn.minyi5.bench.report.Results;
import cn.minyi5.county.demo.Demo;
import cn.minyi5.county.demo.Narration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code deploy/bench/run}: measures stacks of its own in a temporary directory, keeps what each part comes to as soon as
 * it ends, and takes the stacks away again.
 */
public final class Main {
    private static final Duration NO_PART_BEGINS_AFTER = Duration.ofMinutes(17);
    private static final Path LOGS = Path.of("deploy", "bench", "target", "logs");

    private final Options options;
    private final Path homes;
    private final List<Build> builds = new ArrayList<>();
    private long begin = System.nanoTime();

    private Main(Options options) throws IOException {
        this.options = options;
        this.homes = Files.createTempDirectory("minyi5-bench-");
        addBuild("this build", Path.of("").toAbsolutePath());
        if (options.against != null) {
            addBuild("the other", options.against.toAbsolutePath());
        }
    }

    private static final class Options {
        private final Path pgbench;
        private final Path results;
        private final Set<Part> parts = EnumSet.noneOf(Part.class);
        private boolean isShort;
        private @Nullable Path against;

        /** @param args the program pgbench, the directory of the results, and what {@code deploy/bench/run} was given */
        Options(String... args) {
            var left = new ArrayDeque<>(List.of(args));
            pgbench = Path.of(left.pop());
            results = Path.of(left.pop());
            while (!left.isEmpty()) {
                var word = left.pop();
                switch (word) {
                    case "--short" -> isShort = true;
                    case "--against" -> against = Path.of(left.pop());
                    default -> parts.add(Part.labelled(word));
                }
            }
            if (parts.isEmpty()) {
                parts.addAll(EnumSet.allOf(Part.class));
            }
        }
    }

    public static void main(String[] args) throws IOException {
        var main = new Main(new Options(args));
        Runtime.getRuntime().addShutdownHook(new Thread(main::leave, "leave"));
        main.run();
    }

    private void run() {
        var results = new Results(
                options.results, Arrays.stream(Part.values()).map(Part::label).toList());
        try {
            start();
            var bench = new Bench(builds, Plan.of(options.isShort, builds.size()), options.pgbench, this::say);
            for (var part : options.parts) {
                measure(part, bench, results);
            }
        } catch (RuntimeException e) {
            say("broke off: " + e.getMessage());
        }
        keepLogs();
        Narration.print("\n" + results.page());
        Narration.print("kept in " + results.file());
    }

    /** The clock begins when all of them stand: building and downloading take what they take. */
    private void start() {
        for (var build : builds) {
            say("starting " + build.name() + ", fsync on");
            build.up();
            new Demo(build.county()).loadCounty();
        }
        begin = System.nanoTime();
    }

    private void measure(Part part, Bench bench, Results results) {
        var measured = builds.stream()
                .map(build -> build.name() + " is " + build.commit())
                .collect(Collectors.joining(", "));
        if (System.nanoTime() - begin > NO_PART_BEGINS_AFTER.toNanos()) {
            say(part.label() + " is left out: it would end after more than twenty minutes");
            results.keep(part.label(), "## " + part.label() + "\n\nLeft out: time was up.", measured);
            return;
        }
        say("— " + part.label());
        results.keep(part.label(), part.run(bench), measured + (options.isShort ? ", a short trial" : ""));
    }

    private void addBuild(String name, Path checkout) throws IOException {
        builds.add(new Build(name, checkout, Files.createDirectory(homes.resolve("stack" + builds.size()))));
    }

    /** The logs of the processes, out of the homes that go away. */
    private void keepLogs() {
        try (var files = Files.walk(homes, 3)) {
            Files.createDirectories(LOGS);
            for (var log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                var name = homes.relativize(log).toString().replace('/', '-');
                Files.copy(log, LOGS.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException | UncheckedIOException e) {
            say("the logs could not be kept: " + e.getMessage());
        }
    }

    private void leave() {
        try {
            builds.forEach(Build::down);
        } catch (IllegalStateException e) {
            say(e.getMessage());
        }
        try (var files = Files.walk(homes)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            say("left behind: " + homes + ", " + e.getMessage());
        }
    }

    private void say(String line) {
        Narration.print("%4d s  %s"
                .formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds(), line));
    }
}
