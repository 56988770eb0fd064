package cn.minyi5.bench.report;

import static cn.minyi5.bench.report.Page.number;
import static cn.minyi5.bench.report.Page.row;

import cn.minyi5.bench.figures.Median;
import cn.minyi5.bench.figures.Pair;
import cn.minyi5.bench.figures.Times;
import cn.minyi5.bench.measure.Statements;
import cn.minyi5.bench.measure.Statements.Sender;
import cn.minyi5.bench.measure.Throughput;
import cn.minyi5.bench.measure.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Each measurement's tables: first what it comes to, then every round. */
public final class Results {
    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;
    private static final int LONGEST_SQL = 110;

    private final Page page;

    public Results(Page page) {
        this.page = page;
    }

    public void throughput(String which, List<Throughput.Round> rounds) {
        page.heading("Accepted submissions at %d connections, %s".formatted(Throughput.CONNECTIONS, which));
        page.paragraph(
                "Ours ÷ pgbench, median of the ratios: **%s** (aim: at least 0.5). Ours, median: %s/s, p99 %s ms."
                        .formatted(
                                number(Throughput.ratio(rounds)),
                                number(median(rounds, round -> round.ours().perSecond())),
                                number(median(
                                        rounds, round -> round.ours().times().millis(P99)))));
        page.table(
                row("round", "pgbench /s", "p50 ms", "p99 ms", "ours /s", "p50 ms", "p99 ms", "ratio", "quiet after s"),
                numbered(
                        rounds,
                        round -> row(
                                round.reference().perSecond(),
                                round.reference().times().millis(MEDIAN),
                                round.reference().times().millis(P99),
                                round.ours().perSecond(),
                                round.ours().times().millis(MEDIAN),
                                round.ours().times().millis(P99),
                                round.perSecond().ratio(),
                                round.settledAfter())));
    }

    public void statements(Statements.Result result) {
        page.heading("Statements and commits of an accepted submission");
        page.paragraph("%,d accepted in %s s; pg_stat_statements and pg_stat_database of intake alone."
                .formatted(result.accepted(), number(result.seconds())));
        page.table(
                row("", "a submission", "aim"),
                List.of(
                        row("statements of the submission", result.statements(Sender.SUBMISSION), "at most 2"),
                        row("commits of the submission", result.commits(), "at most 1"),
                        row("statements of the relay", result.statements(Sender.RELAY), ""),
                        row("other statements", result.statements(Sender.OTHER), ""),
                        row("all commits, the relay's idle ones while counting too", result.commitsOfAll(), "")));
        page.table(
                row("sender", "calls", "a submission", "statement"),
                result.calls().stream()
                        .limit(12)
                        .map(each -> row(
                                each.sender(),
                                each.calls(),
                                (double) each.calls() / result.accepted(),
                                "`" + shortened(each.sql()) + "`"))
                        .toList());
    }

    public void visibility(int perSecond, List<Visibility.Round> rounds) {
        page.heading("From accepted to visible for the department, %d a second".formatted(perSecond));
        page.table(
                row("median of the rounds, ms", "p50", "p99", "aim"),
                List.of(
                        quantiles("submission due → in routing's table", rounds, Visibility.Round::fromDue, ""),
                        quantiles(
                                "accepted (answer read) → in routing's table",
                                rounds,
                                Visibility.Round::fromAnswer,
                                "10 / 50"),
                        quantiles("due → on the clerk's list", rounds, Visibility.Round::listedFromDue, ""),
                        quantiles("accepted → on the clerk's list", rounds, Visibility.Round::listedFromAnswer, ""),
                        quantiles("due → accepted", rounds, Visibility.Round::toAnswer, ""),
                        quantiles("reference: commit → Kafka → commit", rounds, Visibility.Round::reference, "")));
        page.paragraph("Due → visible ÷ reference, median of the ratios: p50 **%s**, p99 **%s**. Never seen: %d."
                .formatted(
                        number(ratio(rounds, MEDIAN)),
                        number(ratio(rounds, P99)),
                        rounds.stream().mapToInt(Visibility.Round::never).sum()));
        page.table(
                row(
                        "round",
                        "reference p50",
                        "p99",
                        "due→visible p50",
                        "p99",
                        "accepted→visible p50",
                        "p99",
                        "accepted→listed p50",
                        "p99",
                        "seen",
                        "never",
                        "quiet after s"),
                numbered(
                        rounds,
                        round -> row(
                                round.reference().millis(MEDIAN),
                                round.reference().millis(P99),
                                round.fromDue().millis(MEDIAN),
                                round.fromDue().millis(P99),
                                round.fromAnswer().millis(MEDIAN),
                                round.fromAnswer().millis(P99),
                                round.listedFromAnswer().millis(MEDIAN),
                                round.listedFromAnswer().millis(P99),
                                round.fromDue().count() + round.listedFromDue().count(),
                                round.never(),
                                round.settledAfter())));
    }

    /** @param idle memory in MiB, as {@code loaded} */
    public void starts(
            Map<String, List<Pair>> starts, Map<String, Long> idle, Map<String, Long> loaded, long helloMemory) {
        page.heading("Start to first answer, and memory");
        page.paragraph("Beside each start a JVM with the same options whose JDK server only says 200 (%d MiB)."
                .formatted(helloMemory));
        var rows = new ArrayList<List<String>>();
        starts.forEach((service, pairs) -> rows.add(row(
                service,
                Median.of(pairs.stream().map(Pair::ours).toList()),
                Median.of(pairs.stream().map(Pair::reference).toList()),
                Median.of(pairs.stream().map(Pair::ratio).toList()),
                idle.get(service),
                loaded.get(service),
                pairs.stream()
                        .map(pair -> number(pair.ours()) + " / " + number(pair.reference()))
                        .toList())));
        page.table(
                row("service", "start s", "hello s", "ratio", "idle MiB", "loaded MiB", "rounds, ours / hello"), rows);
    }

    private static List<String> quantiles(
            String what, List<Visibility.Round> rounds, Function<Visibility.Round, Times> which, String aim) {
        return row(
                what,
                median(rounds, round -> which.apply(round).millis(MEDIAN)),
                median(rounds, round -> which.apply(round).millis(P99)),
                aim);
    }

    private static double ratio(List<Visibility.Round> rounds, double share) {
        return median(rounds, round -> new Pair(
                        round.reference().millis(share), round.fromDue().millis(share))
                .ratio());
    }

    private static <T> double median(List<T> rounds, Function<T, Double> figure) {
        return Median.of(rounds.stream().map(figure).toList());
    }

    private static <T> List<List<String>> numbered(List<T> rounds, Function<T, List<String>> cells) {
        var rows = new ArrayList<List<String>>();
        for (var round : rounds) {
            var cellsWithNumber = new ArrayList<String>();
            cellsWithNumber.add(Integer.toString(rows.size() + 1));
            cellsWithNumber.addAll(cells.apply(round));
            rows.add(cellsWithNumber);
        }
        return rows;
    }

    private static String shortened(String sql) {
        var line = sql.replaceAll("\\s+", " ").replace('`', '\'');
        return line.length() <= LONGEST_SQL ? line : line.substring(0, LONGEST_SQL) + "…";
    }
}
