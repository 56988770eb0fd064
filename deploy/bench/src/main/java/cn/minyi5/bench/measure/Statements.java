package cn.minyi5.bench.measure;

import cn.minyi5.bench.load.ClosedLoop;
import cn.minyi5.bench.reference.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one accepted submission costs the database, from PostgreSQL's own counters over one load with intake alone. Who
 * sent a statement is told by its text: the submission's names the visit, the relay's name the outbox, its moments or
 * its turn.
 */
public final class Statements {
    /** PostgreSQL tells its commit counters at the latest when a connection has been idle for ten seconds. */
    private static final Duration COUNTERS = Duration.ofSeconds(12);

    private static final String CALLS =
            """
            select query, calls from pg_stat_statements join pg_database on pg_database.oid = dbid
            where datname = 'intake' order by calls desc""";
    private static final String COMMITS = "select xact_commit from pg_stat_database where datname = 'intake'";

    private final Subject subject;
    private final Database counters;

    public Statements(Subject subject) {
        this.subject = subject;
        this.counters = subject.database("postgres");
    }

    /** Who sent a statement. */
    public enum Sender {
        SUBMISSION,
        RELAY,
        OTHER;

        static Sender of(String sql) {
            var words = sql.toLowerCase(Locale.ROOT);
            if (words.contains("insert into visit")) {
                return SUBMISSION;
            }
            var isRelay = words.contains("from outbox")
                    || words.contains("pg_snapshot_xmin")
                    || words.contains("pg_try_advisory_lock")
                    || words.startsWith("select clock_timestamp(), pg_current_xact_id()");
            return isRelay ? RELAY : OTHER;
        }
    }

    public record Calls(String sql, Sender sender, long calls) {}

    /**
     * @param calls up to the last answer
     * @param allCommits of the database until its counters were told, some time after the last answer
     * @param otherCalls until then: what the relay and others sent, each a commit of its own
     */
    public record Result(long accepted, double seconds, List<Calls> calls, long allCommits, long otherCalls) {
        public double statements(Sender sender) {
            var sum = calls.stream()
                    .filter(each -> each.sender() == sender)
                    .mapToLong(Calls::calls)
                    .sum();
            return (double) sum / accepted;
        }

        /** Commits that no statement of the relay or of others explains. */
        public double commits() {
            return (double) (allCommits - otherCalls) / accepted;
        }

        /** All commits, the relay's while it waited for the counters included. */
        public double commitsOfAll() {
            return (double) allCommits / accepted;
        }
    }

    public Result run(Duration duration) {
        counters.execute("create extension if not exists pg_stat_statements");
        Pause.of(COUNTERS);
        counters.execute("select pg_stat_statements_reset()");
        var commitsBefore = counters.number(COMMITS);
        var loaded = new ClosedLoop(subject.secretary(), Subject.CATEGORY, Throughput.CONNECTIONS).run(duration);
        var calls = calls();
        Pause.of(COUNTERS);
        var others = calls().stream()
                .filter(each -> each.sender() != Sender.SUBMISSION)
                .mapToLong(Calls::calls)
                .sum();
        var commits = counters.number(COMMITS) - commitsBefore;
        return new Result(loaded.accepted(), duration.toSeconds(), calls, commits, others);
    }

    private List<Calls> calls() {
        var calls = new ArrayList<Calls>();
        try (var connection = counters.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(CALLS)) {
            while (rows.next()) {
                var sql = rows.getString(1);
                calls.add(new Calls(sql, Sender.of(sql), rows.getLong(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the statements cannot be counted", e);
        }
        return calls;
    }
}
