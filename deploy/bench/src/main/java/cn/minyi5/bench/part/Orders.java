package cn.minyi5.bench.part;

import cn.minyi5.bench.build.Build;
import cn.minyi5.bench.build.Database;
import cn.minyi5.bench.load.Arrivals;
import cn.minyi5.bench.load.Threads;
import cn.minyi5.bench.load.Times;
import cn.minyi5.bench.report.Figures;
import cn.minyi5.county.DemoPersons;
import cn.minyi5.county.api.Api;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * 工单列表. A clerk's list by due time with its total, its thousandth page and its text search, with very many orders in the
 * database, at an even rate that does not wait for answers. Beside each: the same statements over JDBC on the same
 * schedule, without HTTP, token and rendering. What is asked stands in files that a test of routing compares with what it
 * sends.
 */
final class Orders {
    private static final int PER_SECOND = 50;
    private static final int READERS = 16;
    private static final int TOGETHER = 20_000;
    private static final int PAGE = 50;
    private static final int FAR = 1_000;
    private static final String AIM = "≤ 50";

    /** The department that has most of them. */
    private static final String DEPARTMENT = "JX01";

    private static final String FREQUENT = "路灯";
    private static final String RARE = "路灯 集市口 张家庄";

    private final Bench bench;
    private final Build build;
    private final Database routing;
    private final Figures figures;
    private final Api clerk;

    private Orders(Bench bench, Build build, Figures figures) {
        this.bench = bench;
        this.build = build;
        this.routing = build.database(Build.ROUTING);
        this.figures = figures;
        this.clerk = build.county().routing(DemoPersons.clerk(DEPARTMENT));
    }

    /** Behind which a page begins. */
    private record Position(OffsetDateTime moment, UUID id) {
        static final Position START = new Position(OffsetDateTime.parse("1970-01-01T00:00:00Z"), new UUID(0, 0));

        String token() {
            return TimeUnit.SECONDS.toMicros(moment.toEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(moment.getNano())
                    + "_" + id;
        }
    }

    static void run(Bench bench, Figures figures) {
        figures.explain(
                "%,d work orders of 27 departments over 13 townships, a tenth of them open; the clerk is of the department with most of them. %d requests a second, each a page of %d with its total."
                        .formatted(bench.plan().orders(), PER_SECOND, PAGE));
        for (var build : bench.builds()) {
            bench.ready(build);
            var orders = new Orders(bench, build, figures);
            orders.load();
            orders.ask();
        }
    }

    /** The index of words is made when all are there, as after any import of such a size. */
    private void load() {
        bench.say("%,d work orders into routing of %s".formatted(bench.plan().orders(), build.name()));
        var wordsIndex = routing.query(
                        "select indexdef from pg_indexes where indexname = 'work_order_words_found'",
                        row -> row.getString(1))
                .get(0);
        routing.execute("drop index work_order_words_found");
        var begin = System.nanoTime();
        for (int first = 1; first <= bench.plan().orders(); first += TOGETHER) {
            var last = Math.min(first + TOGETHER - 1, bench.plan().orders());
            routing.execute(OrderStatement.LOAD
                    .sql()
                    .replace("$1", Integer.toString(first))
                    .replace("$2", Integer.toString(last)));
        }
        routing.execute(wordsIndex);
        for (var statement : OrderStatement.CLOCKS.sql().split(";")) {
            routing.execute(statement);
        }
        // What routing does every hour: here years have settled within one.
        routing.execute(OrderStatement.FOLD.sql());
        routing.execute("vacuum analyze");
        figures.add("loading them, s", build.name(), (System.nanoTime() - begin) / 1e9);
        build.settle();
    }

    private void ask() {
        var far = behind(PAGE * (FAR - 1));
        var list = "/api/work-orders?sort=due&limit=" + PAGE;
        bench.say("warming up");
        onSchedule(bench.plan().warmUp(), number -> () -> clerk.get(list));
        measure("page 1", list, OrderStatement.PAGE, OrderStatement.TOTAL, Position.START, null);
        measure(
                "page %,d".formatted(FAR),
                list + "&after=" + far.token(),
                OrderStatement.PAGE,
                OrderStatement.TOTAL,
                far,
                null);
        for (var text : List.of(FREQUENT, RARE)) {
            measure(
                    "search for " + text,
                    list + "&text=" + text.replace(" ", "%20"),
                    OrderStatement.SEARCH,
                    OrderStatement.SEARCH_TOTAL,
                    Position.START,
                    text);
        }
    }

    private void measure(
            String what, String path, OrderStatement page, OrderStatement total, Position behind, String text) {
        var pageSql = filled(page, behind, text, PAGE + 1);
        var totalSql = filled(total, behind, text, 0);
        explain(what, pageSql);
        explain(what + ", total", totalSql);
        figures.note("%s: %,d orders in all"
                .formatted(what, clerk.get(path).path("total").asLong()));
        figures.aim(what + ", p99 ms", AIM);
        for (int round = 0; round < bench.plan().rounds(); round++) {
            bench.say("%s, round %d".formatted(what, round + 1));
            Visible.add(figures, what, build.name(), onSchedule(bench.plan().round(), number -> () -> clerk.get(path)));
            Visible.add(figures, what + ", the statements alone", build.name(), bare(pageSql, totalSql));
        }
    }

    private interface Reader {
        Callable<?> with(int number) throws SQLException;
    }

    private Times bare(String... statements) {
        return onSchedule(bench.plan().round(), number -> {
            var connection = routing.connect();
            var prepared = new ArrayList<PreparedStatement>();
            for (var sql : statements) {
                prepared.add(connection.prepareStatement(sql));
            }
            return () -> {
                for (var statement : prepared) {
                    statement.executeQuery().close();
                }
                return null;
            };
        });
    }

    private Times onSchedule(Duration duration, Reader reader) {
        var arrivals = new Arrivals(PER_SECOND, duration.toSeconds());
        Threads.run(READERS, number -> () -> {
            var ask = reader.with(number);
            for (int each = arrivals.take(); each >= 0; each = arrivals.take()) {
                ask.call();
                arrivals.answered(each);
            }
            return null;
        });
        arrivals.ended();
        return arrivals.toAnswer();
    }

    /** The last of so many. */
    private Position behind(int orders) {
        var found = routing.query(
                filled(OrderStatement.PAGE, Position.START, null, orders),
                row -> new Position(row.getObject("moment", OffsetDateTime.class), row.getObject("id", UUID.class)));
        return found.isEmpty() ? Position.START : found.get(found.size() - 1);
    }

    private String filled(OrderStatement statement, Position behind, String text, int limit) {
        return statement.filled("370828", "of:" + DEPARTMENT, text, behind.moment(), behind.id(), limit);
    }

    private void explain(String what, String sql) {
        var plan = routing.query("explain (analyze, buffers, costs off) " + sql, row -> row.getString(1));
        figures.table(
                List.of("plan: " + what),
                plan.stream()
                        .map(line -> List.of("`" + line.replace(' ', '\u00a0').replace('`', '\'') + "`"))
                        .toList());
    }
}
