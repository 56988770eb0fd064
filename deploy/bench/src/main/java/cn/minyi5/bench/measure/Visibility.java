package cn.minyi5.bench.measure;

import cn.minyi5.bench.figures.Times;
import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.bench.load.OpenLoop;
import cn.minyi5.bench.load.Schedule;
import cn.minyi5.bench.load.Threads;
import cn.minyi5.bench.reference.BareChain;
import cn.minyi5.local.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How long after a visit was submitted the department sees its work order, at an even rate, all services running. */
public final class Visibility {
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);
    private static final int WATCHERS = 3;

    private final Subject subject;
    private final BareChain chain;
    private final Quiet quiet;
    private final int perSecond;

    public Visibility(Subject subject, BareChain chain, Quiet quiet, int perSecond) {
        this.subject = subject;
        this.chain = chain;
        this.quiet = quiet;
        this.perSecond = perSecond;
    }

    /** @param never how many were not seen half a minute after the last submission */
    public record Round(
            Times reference,
            Times toAnswer,
            Times fromDue,
            Times fromAnswer,
            Times listedFromDue,
            Times listedFromAnswer,
            int never,
            double settledAfter) {}

    public void warmUp(Duration duration) {
        ours(duration);
        quiet.await();
    }

    public List<Round> run(int rounds, Duration duration) {
        var results = new ArrayList<Round>();
        for (int round = 0; round < rounds; round++) {
            var reference = chain.run(perSecond, count(duration));
            quiet.await();
            var arrivals = ours(duration);
            results.add(new Round(
                    reference,
                    arrivals.toAnswer(),
                    arrivals.fromDue(false),
                    arrivals.fromAnswer(false),
                    arrivals.fromDue(true),
                    arrivals.fromAnswer(true),
                    arrivals.count() - arrivals.seenCount(),
                    quiet.await()));
        }
        return results;
    }

    private Arrivals ours(Duration duration) {
        var load = new OpenLoop(subject.secretary(), Subject.CATEGORY, Subject.SAMPLED_CATEGORY);
        var clerk = subject.clerk();
        clerk.get(ClerkList.PATH);
        var arrivals = new Arrivals(new Schedule(perSecond, count(duration)));
        var giveUpAt = System.nanoTime() + duration.plus(STRAGGLERS).toNanos();
        BooleanSupplier goesOn = () -> arrivals.seenCount() < arrivals.count()
                && System.nanoTime() < giveUpAt
                && !Thread.currentThread().isInterrupted();
        var table = new DepartmentTable(subject.database(Stack.ROUTING), arrivals);
        var list = new ClerkList(clerk, arrivals);
        Threads.run(WATCHERS, number -> switch (number) {
            case 0 -> table.watchWhile(goesOn);
            case 1 -> list.watchWhile(goesOn);
            default ->
                () -> {
                    load.run(arrivals);
                    return null;
                };
        });
        return arrivals;
    }

    private int count(Duration duration) {
        return (int) (perSecond * duration.toSeconds());
    }
}
