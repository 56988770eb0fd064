package cn.minyi5.county.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** 对账. What the county published, or the history says, beside what each service answers. */
final class Reconciliation {
    private static final int FIRST_WIDE = 0x2e80;
    private static final String NOTHING = "";
    private static final List<String> SERVICES = List.of("intake", "routing", "escalation", "notification");

    private final List<Line> lines = new ArrayList<>();

    /** @param answers by service; all of them must say what was expected */
    void add(String what, String expected, Map<String, String> answers) {
        lines.add(new Line(what, expected, new TreeMap<>(answers)));
    }

    boolean holds() {
        return lines.stream().allMatch(Line::holds);
    }

    List<String> text() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", "公布/历史", "intake", "routing", "escalation", "notification", ""));
        for (var line : lines) {
            var cells = new ArrayList<String>(List.of(line.what(), line.expected()));
            SERVICES.forEach(service -> cells.add(line.answers().getOrDefault(service, NOTHING)));
            cells.add(line.holds() ? "✓" : "✗");
            rows.add(cells);
        }
        // Columns line up on a terminal, where a Chinese character is as wide as two letters.
        var widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var cell = row.get(column);
            var fill = " ".repeat(widths[column] - width(cell));
            line.append("  ").append(column == 0 ? cell + fill : fill + cell);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePoints().map(each -> each < FIRST_WIDE ? 1 : 2).sum();
    }

    private record Line(String what, String expected, Map<String, String> answers) {
        boolean holds() {
            return answers.values().stream().allMatch(expected::equals);
        }
    }
}
