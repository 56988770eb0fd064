package cn.minyi5.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one part came to, as a section of a Markdown page: each figure with a column for each build, the median of the
 * rounds, and the median of the rounds' ratios of the first build to the second.
 */
public final class Figures {
    private final String title;
    private final List<String> builds;
    private final Map<String, Map<String, List<Double>>> rounds = new LinkedHashMap<>();
    private final Map<String, String> aims = new LinkedHashMap<>();
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private final StringBuilder tables = new StringBuilder();

    /** @param builds by their names, one or two */
    public Figures(String title, List<String> builds) {
        this.title = title;
        this.builds = List.copyOf(builds);
    }

    /** One round's value of a figure. */
    public void add(String figure, String build, double value) {
        rounds.computeIfAbsent(figure, any -> new LinkedHashMap<>())
                .computeIfAbsent(build, any -> new ArrayList<>())
                .add(value);
    }

    public void aim(String figure, String aim) {
        aims.put(figure, aim);
    }

    /** A sentence above the figures. */
    public void explain(String words) {
        before.append(words).append("\n\n");
    }

    /** A sentence below the figures. */
    public void note(String words) {
        notes.append("- ").append(words).append('\n');
    }

    /** A table below the figures. */
    public void table(List<String> header, List<List<String>> rows) {
        tables.append('\n').append(markdown(header, rows));
    }

    public String markdown() {
        var text = new StringBuilder("## " + title + "\n\n").append(before);
        if (!rounds.isEmpty()) {
            text.append(markdown(
                            header(), rounds.keySet().stream().map(this::row).toList()))
                    .append('\n');
        }
        return text.append(notes).append(tables).toString();
    }

    /** The median of the rounds; of an even number of rounds the mean of the two in the middle. */
    double median(String figure, String build) {
        return median(rounds.get(figure).getOrDefault(build, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** The median of the ratios, which is not the ratio of the medians. */
    double ratio(String figure) {
        var first = rounds.get(figure).getOrDefault(builds.get(0), List.of());
        var second = rounds.get(figure).getOrDefault(builds.get(1), List.of());
        return median(IntStream.range(0, Math.min(first.size(), second.size()))
                .mapToDouble(round -> first.get(round) / second.get(round))
                .toArray());
    }

    public static String markdown(List<String> header, List<List<String>> rows) {
        return line(header)
                + line(header.stream().map(cell -> "---").toList())
                + rows.stream().map(Figures::line).collect(Collectors.joining());
    }

    /** As many digits as carry meaning: 4,210, 12.3, 0.84. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        var size = Math.abs(value);
        var format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    private List<String> header() {
        var header = new ArrayList<String>();
        header.add("");
        header.addAll(builds);
        if (builds.size() == 2) {
            header.add("ratio");
        }
        header.addAll(List.of("aim", "rounds"));
        return header;
    }

    private List<String> row(String figure) {
        var row = new ArrayList<String>();
        row.add(figure);
        builds.forEach(build -> row.add(number(median(figure, build))));
        if (builds.size() == 2) {
            row.add(number(ratio(figure)));
        }
        row.add(aims.getOrDefault(figure, ""));
        row.add(rounds.get(figure).values().stream()
                .map(values -> values.stream().map(Figures::number).collect(Collectors.joining(" · ")))
                .collect(Collectors.joining(" / ")));
        return row;
    }

    private static double median(double... values) {
        Arrays.sort(values);
        var upper = values.length / 2;
        return values.length == 0
                ? Double.NaN
                : values.length % 2 == 1 ? values[upper] : (values[upper - 1] + values[upper]) / 2;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
