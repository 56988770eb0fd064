package cn.minyi5.bench;

import cn.minyi5.bench.load.Crowd;
import cn.minyi5.bench.load.HttpConnection;
import cn.minyi5.bench.measure.MasterData;
import cn.minyi5.bench.measure.Memory;
import cn.minyi5.bench.measure.Quiet;
import cn.minyi5.bench.measure.Starts;
import cn.minyi5.bench.measure.Statements;
import cn.minyi5.bench.measure.Subject;
import cn.minyi5.bench.measure.Throughput;
import cn.minyi5.bench.measure.Visibility;
import cn.minyi5.bench.reference.BareChain;
import cn.minyi5.bench.reference.Pgbench;
import cn.minyi5.bench.reference.ReferenceScript;
import cn.minyi5.bench.reference.SampleIds;
import cn.minyi5.bench.report.Machine;
import cn.minyi5.bench.report.Page;
import cn.minyi5.bench.report.Results;
import cn.minyi5.local.stack.Console;
import cn.minyi5.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The order of the measurements, and the page that they come to. */
final class Bench {
    private static final String REFERENCE = "reference";
    private static final int WARM_UP_PER_SECOND = 100;

    private final Subject subject;
    private final Plan plan;
    private final Path pgbench;
    private final Page page = new Page();
    private final Results results = new Results(page);
    private final long begin = System.nanoTime();

    Bench(Stack stack, Plan plan, Path pgbench) {
        this.subject = new Subject(stack);
        this.plan = plan;
        this.pgbench = pgbench;
    }

    /** The page, in Markdown. */
    String run() throws IOException {
        var stack = subject.stack();
        say("starting a stack of its own, fsync on");
        stack.start((part, took) -> say("   " + part + " answers"));
        say("loading the county");
        new MasterData(subject.services(), stack.persons()).load();
        var script = sample();
        makeReferenceDatabase();
        var home = stack.home().resolve("bench");
        var reference = new Pgbench(pgbench, subject.database(REFERENCE), script, home);
        say("starting each service anew, beside an empty JVM");
        var starts = new Starts(subject, home);
        var started = starts.run(plan.starts());
        var quiet = Quiet.learn();
        var idleMemory = Memory.ofServices(stack);
        page.title("What came out");
        page.table(List.of("machine", ""), Machine.rows(stack.home(), version()));
        page.paragraph("The idle stack keeps %s of the cores busy.".formatted(percent(quiet.idleShare())));
        crowded(reference, quiet);
        var loadedMemory = Memory.ofServices(stack);
        alone(reference);
        results.starts(started, idleMemory, loadedMemory, starts.helloMemory());
        return page.text();
    }

    /** All services at work. */
    private void crowded(Pgbench reference, Quiet quiet) {
        var chain = new BareChain(
                subject.database(REFERENCE), subject.stack().kafka().bootstrapServers());
        chain.prepare();
        say("warming up, all services running");
        new Visibility(subject, chain, quiet, WARM_UP_PER_SECOND).warmUp(plan.warmUp());
        for (var perSecond : plan.perSecond()) {
            say("visible for the department at %d a second, all services running".formatted(perSecond));
            var visibility = new Visibility(subject, chain, quiet, perSecond);
            results.visibility(perSecond, visibility.run(plan.visibilityRounds(), plan.visibilityRound()));
        }
        say("submissions beside pgbench, all services running");
        var throughput = new Throughput(subject, reference, quiet);
        results.throughput("all services running", throughput.run(plan.crowdedRounds(), plan.crowdedRound()));
    }

    /** Intake and what it stands on: the fair comparison with pgbench. */
    private void alone(Pgbench reference) {
        say("submissions beside pgbench, intake alone");
        Stack.SERVICES.stream().filter(service -> !service.equals(Stack.INTAKE)).forEach(subject.stack()::stop);
        var throughput = new Throughput(subject, reference, Quiet.learn());
        throughput.warmUp(plan.warmUp());
        results.throughput("intake alone (the fair comparison)", throughput.run(plan.rounds(), plan.round()));
        say("statements and commits of a submission");
        results.statements(new Statements(subject).run(Duration.ofSeconds(5)));
    }

    /** One submission by hand; what it wrote is what pgbench writes. */
    private ReferenceScript sample() throws IOException {
        var ids = SampleIds.random();
        var secretary = subject.secretary();
        var submission = secretary.submission(Subject.CATEGORY);
        submission.renew(ids.key(), ids.visit(), ids.request());
        try (var connection = new HttpConnection(secretary.intake())) {
            Crowd.expectCreated(connection.exchange(submission.bytes()), connection);
        }
        var kafka = subject.stack().kafka().bootstrapServers();
        return ReferenceScript.of(subject.database(Stack.INTAKE), kafka, ids);
    }

    /** A copy of intake's database, which nobody may be connected to meanwhile. */
    private void makeReferenceDatabase() {
        subject.stack().stop(Stack.INTAKE);
        subject.database("postgres").execute("create database " + REFERENCE + " template " + Stack.INTAKE);
        subject.stack().start(Stack.INTAKE);
    }

    private String version() {
        return subject.database("postgres").number("select current_setting('server_version_num')::int / 10000")
                + ", fsync on, synchronous_commit on";
    }

    private void say(String line) {
        Console.print("%4d s  %s"
                .formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds(), line));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
