package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.bench.load.Threads;
import cn.minyi5.bench.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one forwarded request costs the four databases, from PostgreSQL's own counters over one even load; what the same
 * stack sends while nobody asks anything of it is counted afterwards and taken off.
 */
final class Statements {
    private static final int PER_SECOND = 100;
    private static final int MOST_FREQUENT = 25;
    private static final int LONGEST_SQL = 100;

    /** PostgreSQL tells its commit counters at the latest when a connection has been idle for ten seconds. */
    private static final Duration COUNTERS = Duration.ofSeconds(12);

    private static final String CALLS =
            """
            select datname, query, sum(calls) as calls
            from pg_stat_statements join pg_database on pg_database.oid = dbid
            where datname in ('intake', 'routing', 'escalation', 'notification') group by datname, query""";
    private static final String COMMITS =
            """
            select sum(xact_commit) from pg_stat_database
            where datname in ('intake', 'routing', 'escalation', 'notification')""";

    private Statements() {}

    /** Who sent a statement, told by its text. */
    enum Sender {
        TRANSACTION("begin, number and clock, commit"),
        SUBMISSION("the submission"),
        MARK("marks of what was handled"),
        RELAY("the relay"),
        OTHER("other");

        private final String words;

        Sender(String words) {
            this.words = words;
        }

        static Sender of(String sql) {
            var words = sql.toLowerCase(Locale.ROOT).strip();
            if (words.matches("(begin|start transaction|commit|rollback)\\b.*")
                    || words.matches("select (clock_timestamp|pg_current_xact_id)\\(\\).*")) {
                return TRANSACTION;
            }
            if (words.contains("insert into visit")) {
                return SUBMISSION;
            }
            if (words.contains("from outbox")
                    || words.contains("pg_snapshot_xmin")
                    || words.contains("pg_try_advisory_lock")) {
                return RELAY;
            }
            return words.contains("into inbox") ? MARK : OTHER;
        }
    }

    record Statement(String database, String sql) {}

    /** What was counted in some seconds. */
    record Count(double seconds, Map<Statement, Double> calls, double commits) {

        /** What an idle stack would have sent in the same time, taken off. */
        Count without(Count idle) {
            var share = seconds / idle.seconds;
            var left = new TreeMap<Statement, Double>(Comparator.comparing(Statement::toString));
            calls.forEach((statement, number) ->
                    left.put(statement, Math.max(0, number - idle.calls.getOrDefault(statement, 0.0) * share)));
            return new Count(seconds, left, commits - idle.commits * share);
        }

        double statements(Sender sender) {
            return calls.entrySet().stream()
                    .filter(each -> Sender.of(each.getKey().sql()) == sender)
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
        }

        double statements() {
            return calls.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    static void run(Bench bench, Figures figures) {
        figures.explain("%d a second; pg_stat_statements and pg_stat_database, what the idle stack sends taken off."
                .formatted(PER_SECOND));
        for (var build : bench.builds()) {
            bench.ready(build);
            bench.say("statements and transactions of " + build.name());
            build.database("postgres").execute("create extension if not exists pg_stat_statements");
            Threads.pause(COUNTERS);
            var arrivals = new Arrivals[1];
            var loaded = count(build, () -> {
                arrivals[0] = new Arrivals(PER_SECOND, bench.plan().round().toSeconds());
                bench.load(build).submit(arrivals[0]);
                build.settle();
                Threads.pause(COUNTERS);
            });
            var idle = count(build, () -> Threads.pause(COUNTERS));
            report(build, loaded.without(idle), idle, arrivals[0].accepted(), figures);
        }
    }

    private static Count count(Build build, Runnable work) {
        var counters = build.database("postgres");
        counters.execute("select pg_stat_statements_reset()");
        var commits = counters.query(COMMITS, row -> row.getDouble(1)).get(0);
        var begin = System.nanoTime();
        work.run();
        var calls = new TreeMap<Statement, Double>(Comparator.comparing(Statement::toString));
        counters.query(
                CALLS,
                row -> calls.put(
                        new Statement(row.getString("datname"), row.getString("query")), row.getDouble("calls")));
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new Count(
                seconds, calls, counters.query(COMMITS, row -> row.getDouble(1)).get(0) - commits);
    }

    private static void report(Build build, Count count, Count idle, int accepted, Figures figures) {
        figures.add("transactions a request", build.name(), count.commits() / accepted);
        figures.add("statements a request", build.name(), count.statements() / accepted);
        for (var sender : Sender.values()) {
            figures.add("statements: " + sender.words, build.name(), count.statements(sender) / accepted);
        }
        figures.add("idle: transactions a second", build.name(), idle.commits() / idle.seconds());
        figures.add("idle: statements a second", build.name(), idle.statements() / idle.seconds());
        var rows = new ArrayList<List<String>>();
        count.calls().entrySet().stream()
                .sorted(Map.Entry.<Statement, Double>comparingByValue().reversed())
                .limit(MOST_FREQUENT)
                .forEach(each -> rows.add(List.of(
                        each.getKey().database(),
                        Figures.number(each.getValue() / accepted),
                        Sender.of(each.getKey().sql()).words,
                        "`" + shortened(each.getKey().sql()) + "`")));
        figures.table(List.of("database of " + build.name(), "a request", "sent by", "statement"), rows);
    }

    private static String shortened(String sql) {
        var line = sql.replaceAll("\\s+", " ").replace('`', '\'');
        return line.length() <= LONGEST_SQL ? line : line.substring(0, LONGEST_SQL) + "…";
    }
}
