package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.bench.load.Times;
import cn.minyi5.bench.report.Figures;
import java.util.List;

/** How long after a visit was submitted the department sees its work order, at an even rate, all services running. */
final class Visible {
    /** A county's busiest hour, and the rate at which a hundred milliseconds are promised. */
    private static final List<Integer> PER_SECOND = List.of(50, 200);

    private Visible() {}

    static void run(Bench bench, Figures figures) {
        figures.explain(
                "\"Due\" counts from the moment the schedule wanted the visit sent, \"accepted\" from the answer"
                        + " read. The bare chain is a commit, a record to Kafka and back, and a commit, on the same schedule.");
        var chain = new BareChain(bench.builds().get(0));
        for (int perSecond : PER_SECOND) {
            for (int round = 0; round < bench.plan().rounds(); round++) {
                bench.say("visible at %d a second, round %d".formatted(perSecond, round + 1));
                var bare = chain.run(perSecond, bench.plan().round());
                for (var build : bench.builds()) {
                    bench.ready(build);
                    var arrivals = VisibleLoad.run(
                            bench, build, perSecond, bench.plan().round());
                    report(build, perSecond, bare, arrivals, figures);
                    build.settle();
                }
            }
        }
    }

    private static void report(Build build, int perSecond, Arrivals bare, Arrivals arrivals, Figures figures) {
        var name = build.name();
        var rate = perSecond + " a second: ";
        if (perSecond == PER_SECOND.get(1)) {
            figures.aim(rate + "due → visible, p99 ms", "< 100");
        }
        add(figures, rate + "due → visible", name, arrivals.toVisible());
        add(figures, rate + "accepted → visible", name, arrivals.answerToVisible());
        figures.add(rate + "due → accepted, p99 ms", name, arrivals.toAnswer().p99());
        figures.add(
                rate + "due → on the clerk's list, p99 ms",
                name,
                arrivals.toListed().p99());
        add(figures, rate + "bare chain", name, bare.toVisible());
        figures.add(rate + "never seen", name, arrivals.never());
        if (arrivals.endedBecause() != null) {
            figures.note("%d a second ended early for %s: %s".formatted(perSecond, name, arrivals.endedBecause()));
        }
    }

    static void add(Figures figures, String figure, String build, Times times) {
        figures.add(figure + ", p50 ms", build, times.p50());
        figures.add(figure + ", p99 ms", build, times.p99());
    }
}
