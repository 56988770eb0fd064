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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code deploy/bench/run}: measures stacks of its own in a temporary directory, keeps what each part comes to as soon as
 * it ends, and takes the stacks away again.
 */
public final class Main {
    private static final Duration NO_PART_BEGINS_AFTER = Duration.ofMinutes(17);
    private static final Path LOGS = Path.of("deploy", "bench", "target", "logs");

    private final Path pgbench;
    private final Results results;
    private final boolean isShort;
    private final List<Part> parts;
    private final Path homes;
    private final List<Build> builds = new ArrayList<>();
    private long begin = System.nanoTime();
    private Narration narration = new Narration();

    private Main(List<String> args) throws IOException {
        pgbench = Path.of(args.get(0));
        results = new Results(
                Path.of(args.get(1)),
                Arrays.stream(Part.values()).map(Part::label).toList());
        isShort = args.get(2).equals("short");
        parts = args.stream().skip(4).map(Part::labelled).sorted().toList();
        homes = Files.createTempDirectory("minyi5-bench-");
        addBuild("this build", Path.of("").toAbsolutePath());
        if (!args.get(3).isEmpty()) {
            addBuild("the other", Path.of(args.get(3)));
        }
    }

    /**
     * @param args the program pgbench, the directory of the results, {@code full} or {@code short}, another checkout or
     *     nothing, and the parts
     */
    public static void main(String[] args) throws IOException {
        var main = new Main(List.of(args));
        Runtime.getRuntime().addShutdownHook(new Thread(main::leave, "leave"));
        main.run();
    }

    private void run() {
        try {
            start();
            var bench = new Bench(builds, Plan.of(isShort, builds.size()), pgbench, this::say);
            for (var part : parts) {
                measure(part, bench);
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
            build.upWithArchives();
            new Demo(build.county()).loadCounty();
        }
        begin = System.nanoTime();
        narration = new Narration();
    }

    private void measure(Part part, Bench bench) {
        var measured = builds.stream()
                .map(build -> build.name() + " is " + build.commit())
                .collect(Collectors.joining(", "));
        if (System.nanoTime() - begin > NO_PART_BEGINS_AFTER.toNanos()) {
            say(part.label() + " is left out: it would end after more than twenty minutes");
            results.keep(part.label(), "## " + part.label() + "\n\nLeft out: time was up.", measured);
            return;
        }
        say("— " + part.label());
        results.keep(part.label(), part.run(bench), measured + (isShort ? ", a short trial" : ""));
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
        narration.say(line);
    }
}
