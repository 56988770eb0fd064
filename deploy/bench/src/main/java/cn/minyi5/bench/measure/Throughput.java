package cn.minyi5.bench.measure;

import cn.minyi5.bench.figures.Median;
import cn.minyi5.bench.figures.Pair;
import cn.minyi5.bench.load.ClosedLoop;
import cn.minyi5.bench.reference.Pgbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Accepted submissions per second, and pgbench's in between. */
public final class Throughput {
    /** Open connections of either side. */
    public static final int CONNECTIONS = 32;

    private final Subject subject;
    private final Pgbench pgbench;
    private final Quiet quiet;

    public Throughput(Subject subject, Pgbench pgbench, Quiet quiet) {
        this.subject = subject;
        this.pgbench = pgbench;
        this.quiet = quiet;
    }

    /** @param settledAfter seconds until the machine was quiet again after ours */
    public record Round(Pgbench.Result reference, ClosedLoop.Result ours, double settledAfter) {
        public Pair perSecond() {
            return new Pair(reference.perSecond(), ours.perSecond());
        }

        public Pair p99() {
            return new Pair(reference.times().millis(0.99), ours.times().millis(0.99));
        }
    }

    /** The median of the rounds' ratios. */
    public static double ratio(List<Round> rounds) {
        return Median.of(rounds.stream().map(round -> round.perSecond().ratio()).toList());
    }

    public void warmUp(Duration duration) {
        loop().run(duration);
        quiet.await();
    }

    public List<Round> run(int rounds, Duration duration) {
        var results = new ArrayList<Round>();
        for (int round = 0; round < rounds; round++) {
            prepare();
            var reference = pgbench.run(CONNECTIONS, duration);
            quiet.await();
            prepare();
            var ours = loop().run(duration);
            results.add(new Round(reference, ours, quiet.await()));
        }
        return results;
    }

    private ClosedLoop loop() {
        return new ClosedLoop(subject.secretary(), Subject.CATEGORY, CONNECTIONS);
    }

    /** Both begin with a clean write-ahead log; the reference's outbox is empty like ours, which the relay empties. */
    private void prepare() {
        subject.database("reference").execute("truncate outbox");
        subject.database("postgres").execute("checkpoint");
    }
}
