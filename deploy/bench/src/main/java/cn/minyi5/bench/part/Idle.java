package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.build.Proc;
import cn.minyi5.bench.load.Threads;
import cn.minyi5.bench.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a stack costs that nobody asks anything of: processor time, memory, and growth of Kafka. */
final class Idle {
    private static final String LOAD = "processor, % of all cores";
    private static final String GROWTH = "Kafka grows, MB a day";
    private static final double MB = 1e6;

    private Idle() {}

    static void run(Bench bench, Figures figures) {
        figures.aim(LOAD, "< 5");
        figures.aim(GROWTH, "< 50");
        bench.together();
        var settled = bench.builds().stream().mapToLong(Build::readyAt).max().orElseThrow()
                + bench.plan().idleAfter().toNanos();
        Threads.pause(Duration.ofNanos(Math.max(0, settled - System.nanoTime())));
        var length = bench.plan().idle();
        figures.explain(
                "Watched for %d s, from %d s after the start on; growth is that of the logs' segments, extrapolated."
                        .formatted(length.toSeconds(), bench.plan().idleAfter().toSeconds()));
        var before = bench.builds().stream().map(Look::at).toList();
        Threads.pause(length);
        var after = bench.builds().stream().map(Look::at).toList();
        for (int at = 0; at < before.size(); at++) {
            report(bench.builds().get(at), before.get(at), after.get(at), figures);
        }
    }

    private record Look(long nanos, double cpuSeconds, Map<String, Long> kafka) {
        static Look at(Build build) {
            return new Look(System.nanoTime(), build.cpuSeconds(), KafkaLogs.bytes(build));
        }
    }

    private static void report(Build build, Look before, Look after, Figures figures) {
        var seconds = (after.nanos - before.nanos) / 1e9;
        var cores = Runtime.getRuntime().availableProcessors();
        figures.add(LOAD, build.name(), (after.cpuSeconds - before.cpuSeconds) / seconds / cores * 100);
        build.parts()
                .forEach(part -> figures.add(part + ", MiB of memory", build.name(), Proc.memory(build.pid(part))));
        var retention = KafkaLogs.retention(build);
        var perDay = Duration.ofDays(1).toSeconds() / seconds / MB;
        var kept = 0.0;
        var rows = new ArrayList<List<String>>();
        for (var topic : after.kafka.keySet()) {
            var growth = (after.kafka.get(topic) - before.kafka.getOrDefault(topic, 0L)) * perDay;
            var keptFor = retention.get(topic);
            if (keptFor == null || keptFor.compareTo(Duration.ofDays(1)) >= 0) {
                kept += growth;
            }
            if (growth > 0) {
                rows.add(List.of(topic, Figures.number(growth), keptFor == null ? "" : keptFor.toString()));
            }
        }
        figures.add(GROWTH, build.name(), kept);
        figures.table(List.of("topics of " + build.name() + " that grow", "MB a day", "kept for"), rows);
        figures.note("What is kept for less than a day does not grow for longer than that, and is not in the sum.");
    }
}
