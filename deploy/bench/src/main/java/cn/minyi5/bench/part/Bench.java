package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.load.Load;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What all parts work with: the builds, of which one is at work at a time, how long to measure, and what to say meanwhile. */
public final class Bench {
    static final String LEAD = "JX03";
    static final String SAMPLED_LEAD = "JX19";

    /** Leads to {@value #LEAD}, whose work orders are looked for in the database. */
    static final String CATEGORY = "GS02";

    /** Leads to {@value #SAMPLED_LEAD}, whose clerk looks for them over HTTP. */
    private static final String SAMPLED_CATEGORY = "RS03";

    private static final int WARM_UP_PER_SECOND = 100;
    private static final int WAKE_UP_PER_SECOND = 20;
    private static final Duration WAKE_UP = Duration.ofSeconds(3);

    private final List<Build> builds;
    private final Plan plan;
    private final Path pgbench;
    private final Consumer<String> console;
    private final Set<Build> warm = new HashSet<>();

    /** @param builds this one first */
    public Bench(List<Build> builds, Plan plan, Path pgbench, Consumer<String> console) {
        this.builds = List.copyOf(builds);
        this.plan = plan;
        this.pgbench = pgbench;
        this.console = console;
    }

    List<Build> builds() {
        return builds;
    }

    Plan plan() {
        return plan;
    }

    Path pgbench() {
        return pgbench;
    }

    void say(String line) {
        console.accept(line);
    }

    Load load(Build build) {
        return new Load(build::phone, CATEGORY, SAMPLED_CATEGORY);
    }

    /** The services of all builds at work. */
    void together() {
        builds.forEach(build -> build.resume(Build.SERVICES));
    }

    /** The services of this build at work, those of the others standing still. */
    void alone(Build build) {
        builds.stream().filter(other -> other != build).forEach(other -> other.pause(Build.SERVICES));
        build.resume(Build.SERVICES);
    }

    /** This build alone, its JVMs warm, and everybody back who was taken for gone while it stood still. */
    void ready(Build build) {
        alone(build);
        if (warm.add(build)) {
            say("warming up " + build.name());
            VisibleLoad.run(this, build, WARM_UP_PER_SECOND, plan.warmUp());
        } else if (builds.size() > 1) {
            VisibleLoad.run(this, build, WAKE_UP_PER_SECOND, WAKE_UP);
        }
        build.settle();
    }

    /** Its services were started anew. */
    void cold(Build build) {
        warm.remove(build);
    }
}
