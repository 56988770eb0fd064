package cn.minyi5.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Markdown page that grows downwards. */
public final class Page {
    private final StringBuilder text = new StringBuilder();

    public void heading(String words) {
        text.append("\n## ").append(words).append("\n\n");
    }

    public void title(String words) {
        text.append("# ").append(words).append("\n\n");
    }

    public void paragraph(String words) {
        text.append(words).append("\n\n");
    }

    public void table(List<String> header, List<List<String>> rows) {
        line(header);
        line(header.stream().map(cell -> "---").toList());
        rows.forEach(this::line);
        text.append('\n');
    }

    public String text() {
        return text.toString();
    }

    /** As many digits as carry meaning: 4,210, 12.3, 0.84. */
    public static String number(double value) {
        var size = Math.abs(value);
        var format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /** The cells of a row, numbers by {@link #number}. */
    public static List<String> row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) {
            row.add(cell instanceof Double value ? number(value) : String.valueOf(cell));
        }
        return row;
    }

    private void line(List<String> cells) {
        text.append(
                cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
