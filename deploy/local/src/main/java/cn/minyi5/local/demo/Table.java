package cn.minyi5.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns that line up on a terminal, where a Chinese character is as wide as two letters. */
final class Table {
    private static final int FIRST_WIDE = 0x2e80;

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
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
}
