package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.load.Load;
import cn.minyi5.bench.load.Phone;
import cn.minyi5.bench.load.Threads;
import cn.minyi5.bench.load.Times;
import cn.minyi5.bench.load.VisitShape;
import cn.minyi5.bench.report.Figures;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 走访日. All secretaries of the county come into signal at once and send what they have recorded, all services running:
 * how long that takes, that nothing is refused, and that nothing is there twice though every tenth visit is sent again, as
 * phones do that have lost the answer. Beside it pgbench, which writes the rows of as many such visits.
 */
final class Day {
    private static final int VISITS_EACH = 3;

    /** With three visits some forty requests a secretary: more than anybody has written down in a day so far. */
    private static final int REQUESTS_A_VISIT = 13;

    /** About every thirtieth request, as in the county's eighteen months: 313 of 9,942. */
    private static final int FORWARDS_ONE_VISIT_IN = 2;

    private static final int SENT_AGAIN_ONE_IN = 10;
    private static final String ACCEPTED = "all of it is accepted after, s";
    private static final String WRONG = "visits or requests lost or doubled";

    private final Build build;
    private final List<Visit> visits;
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    private Day(Build build, int secretaries) {
        this.build = build;
        this.visits = IntStream.range(0, secretaries * VISITS_EACH)
                .mapToObj(Visit::numbered)
                .toList();
    }

    private record Visit(UUID key, UUID id, List<UUID> requests, VisitShape shape) {

        static Visit numbered(int number) {
            var forwarded = number % FORWARDS_ONE_VISIT_IN == 0 ? 1 : 0;
            return new Visit(
                    Phone.newId(),
                    Phone.newId(),
                    Stream.generate(Phone::newId).limit(REQUESTS_A_VISIT).toList(),
                    new VisitShape(Bench.CATEGORY, forwarded, REQUESTS_A_VISIT - forwarded));
        }
    }

    static void run(Bench bench, Figures figures) {
        var secretaries = bench.plan().secretaries();
        figures.explain(
                "%d secretaries with %d visits of %d requests each, over %d connections; one login stands for all."
                        .formatted(secretaries, VISITS_EACH, REQUESTS_A_VISIT, Load.CONNECTIONS));
        figures.aim(ACCEPTED, "≤ 600");
        figures.aim("refused", "0");
        figures.aim(WRONG, "0");
        for (var build : bench.builds()) {
            bench.ready(build);
            var day = new Day(build, secretaries);
            day.submit(bench, figures);
            day.besidePgbench(bench, figures);
        }
    }

    private void submit(Bench bench, Figures figures) {
        bench.say("%d visits to %s".formatted(visits.size(), build.name()));
        var visitsBefore = count("visit");
        var requestsBefore = count("request");
        var times = new Times();
        var begin = System.nanoTime();
        send(visits, times);
        figures.add(ACCEPTED, build.name(), (System.nanoTime() - begin) / 1e9);
        figures.add("a visit, p50 ms", build.name(), times.p50());
        figures.add("a visit, p99 ms", build.name(), times.p99());
        send(
                IntStream.range(0, visits.size())
                        .filter(number -> number % SENT_AGAIN_ONE_IN == 0)
                        .mapToObj(visits::get)
                        .toList(),
                new Times());
        figures.add("refused", build.name(), refusals.size());
        refusals.stream().limit(1).forEach(figures::note);
        var wrongVisits = Math.abs(count("visit") - visitsBefore - visits.size());
        var wrongRequests = Math.abs(count("request") - requestsBefore - visits.size() * REQUESTS_A_VISIT);
        figures.add(WRONG, build.name(), wrongVisits + wrongRequests);
        figures.add("until everybody has heard of it, s more", build.name(), build.settle());
    }

    private void besidePgbench(Bench bench, Figures figures) {
        bench.say("as many such visits by pgbench");
        var pgbench = Submissions.reference(bench, build, visits.get(1).shape());
        build.pause(Build.SERVICES);
        try {
            Submissions.prepare(build);
            var rate = pgbench.run(bench.plan().round()).perSecond();
            figures.add("the same rows by pgbench, s", build.name(), visits.size() / rate);
        } finally {
            build.resume(Build.SERVICES);
        }
    }

    private void send(List<Visit> sent, Times times) {
        var next = new AtomicInteger();
        Threads.run(Load.CONNECTIONS, worker -> () -> {
            try (var phone = build.phone()) {
                for (int at = next.getAndIncrement(); at < sent.size(); at = next.getAndIncrement()) {
                    var visit = sent.get(at);
                    var from = System.nanoTime();
                    phone.submit(visit.key(), visit.id(), visit.requests(), visit.shape());
                    times.add(System.nanoTime() - from);
                }
            } catch (IOException answeredOtherwise) {
                refusals.add(answeredOtherwise.toString());
            }
            return null;
        });
    }

    private int count(String table) {
        return build.database(Build.INTAKE)
                .query("select count(*) from " + table, row -> row.getInt(1))
                .get(0);
    }
}
