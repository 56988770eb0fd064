package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.build.Proc;
import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.bench.report.Figures;

/**
 * Whether the aim is accepted and becomes visible for as long as a round lasts. When it does not, the next round offers
 * less than what became visible, until a rate is carried.
 */
final class Carried {
    private static final int AIM = 500;
    private static final int ATTEMPTS = 4;
    private static final double LESS = 0.9;
    private static final int STEP = 10;
    private static final String RATE = "carried, accepted and visible a second";

    private Carried() {}

    static void run(Bench bench, Figures figures) {
        figures.explain("Carried: when the round ends, everything that was due more than a second ago is visible.");
        figures.aim(RATE, AIM + ", or three times the other");
        for (var build : bench.builds()) {
            bench.ready(build);
            var perSecond = AIM;
            for (int attempt = 0; attempt < ATTEMPTS && perSecond >= STEP; attempt++) {
                bench.say("%d a second on %s".formatted(perSecond, build.name()));
                var arrivals =
                        VisibleLoad.run(bench, build, perSecond, bench.plan().carried());
                if (report(build, perSecond, arrivals, figures)) {
                    break;
                }
                build.settle();
                perSecond = Math.min(perSecond - STEP, (int) (arrivals.visiblePerSecond() * LESS / STEP) * STEP);
            }
            Build.SERVICES.forEach(service ->
                    figures.add(service + ", MiB of memory afterwards", build.name(), Proc.memory(build.pid(service))));
            build.settle();
        }
    }

    /** Whether the rate was carried. */
    private static boolean report(Build build, int perSecond, Arrivals arrivals, Figures figures) {
        if (perSecond == AIM) {
            figures.add(AIM + " offered: accepted a second", build.name(), arrivals.acceptedPerSecond());
            figures.add(AIM + " offered: visible a second", build.name(), arrivals.visiblePerSecond());
        }
        var isCarried = arrivals.isCarried();
        if (isCarried) {
            figures.add(RATE, build.name(), arrivals.visiblePerSecond());
            Visible.add(figures, "due → visible at that rate", build.name(), arrivals.toVisible());
            figures.add("never visible at that rate", build.name(), arrivals.never());
        } else {
            figures.note(
                    "%d a second is not carried by %s%s: %s accepted and %s visible a second, %d not half a minute later"
                            .formatted(
                                    perSecond,
                                    build.name(),
                                    arrivals.endedBecause() == null ? "" : ", ended early, " + arrivals.endedBecause(),
                                    Figures.number(arrivals.acceptedPerSecond()),
                                    Figures.number(arrivals.visiblePerSecond()),
                                    arrivals.never()));
        }
        return isCarried;
    }
}
