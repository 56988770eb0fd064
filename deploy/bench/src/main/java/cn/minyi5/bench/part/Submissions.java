package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.load.Load;
import cn.minyi5.bench.load.Phone;
import cn.minyi5.bench.load.Threads;
import cn.minyi5.bench.load.VisitShape;
import cn.minyi5.bench.report.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Accepted submissions a second beside pgbench, which writes the rows of one real submission in one statement into a copy
 * of intake's database on the same PostgreSQL. Of the services intake runs alone; its relay works meanwhile, which pgbench
 * has no counterpart for. What intake has accepted is not worked off afterwards: this is the last part.
 */
final class Submissions {
    private static final String REFERENCE = "reference";
    private static final int ATTEMPTS = 60;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
    private static final String SHARE = "÷ pgbench";

    private Submissions() {}

    static void run(Bench bench, Figures figures) {
        figures.explain("Both at 32 connections, each round right after a checkpoint.");
        figures.aim(SHARE, "≥ 0.30, better 0.50");
        var references = new LinkedHashMap<Build, Pgbench>();
        for (var build : bench.builds()) {
            bench.say("one submission of %s, copied for pgbench".formatted(build.name()));
            bench.alone(build);
            references.put(build, reference(bench, build, VisitShape.forwarding(Bench.CATEGORY)));
        }
        bench.builds().forEach(build -> build.pause(Build.SERVICES));
        for (var build : bench.builds()) {
            bench.say("warming up intake of " + build.name());
            atOnce(bench, build);
        }
        for (int round = 0; round < bench.plan().rounds(); round++) {
            bench.say("submissions beside pgbench, round " + (round + 1));
            for (var build : bench.builds()) {
                prepare(build);
                var pgbench = references.get(build).run(bench.plan().round());
                prepare(build);
                var ours = atOnce(bench, build);
                figures.add("accepted a second", build.name(), ours.perSecond());
                figures.add("pgbench, a second", build.name(), pgbench.perSecond());
                figures.add(SHARE, build.name(), ours.perSecond() / pgbench.perSecond());
                figures.add("p50 ms", build.name(), ours.times().p50());
                figures.add("p99 ms", build.name(), ours.times().p99());
                figures.add("pgbench, p99 ms", build.name(), pgbench.times().p99());
            }
        }
    }

    private static Load.Accepted atOnce(Bench bench, Build build) {
        var intake = List.of(Build.INTAKE);
        build.resume(intake);
        try {
            return bench.load(build).submitAtOnce(bench.plan().round());
        } finally {
            build.settle();
            build.pause(intake);
        }
    }

    /** What one visit writes, and a copy of intake's database to write it to. */
    static Pgbench reference(Bench bench, Build build, VisitShape shape) {
        var script = ReferenceScript.of(build, shape);
        build.settle();
        copyIntake(build);
        awaitIntake(build);
        return new Pgbench(bench.pgbench(), build.database(REFERENCE), script, build.home());
    }

    /** Nobody may be connected to what is copied; intake comes back when it is let in again. */
    private static void copyIntake(Build build) {
        var server = build.database("postgres");
        server.execute("drop database if exists reference");
        server.execute("alter database intake allow_connections false");
        try {
            server.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = 'intake'");
            server.execute("create database reference template intake");
        } finally {
            server.execute("alter database intake allow_connections true");
        }
    }

    private static void awaitIntake(Build build) {
        for (int attempt = 1; ; attempt++) {
            try (var phone = build.phone()) {
                phone.submit(Phone.newId(), Phone.newId(), Phone.newId(), Bench.CATEGORY);
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException("intake did not come back to its database", e);
                }
                Threads.pause(BETWEEN_ATTEMPTS);
            }
        }
    }

    /** Both begin with a clean write-ahead log; the reference's outbox is empty like ours, which the relay empties. */
    static void prepare(Build build) {
        build.database(REFERENCE).execute("truncate outbox");
        build.database("postgres").execute("checkpoint");
    }
}
