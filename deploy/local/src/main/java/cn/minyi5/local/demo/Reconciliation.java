package cn.minyi5.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 对账. What the county published, or the history says, beside what each service answers. */
final class Reconciliation {
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
        var table = new Table();
        table.row("", "公布/历史", "intake", "routing", "escalation", "notification", "");
        for (var line : lines) {
            var cells = new ArrayList<String>(List.of(line.what(), line.expected()));
            SERVICES.forEach(service -> cells.add(line.answers().getOrDefault(service, NOTHING)));
            cells.add(line.holds() ? "✓" : "✗");
            table.row(cells.toArray(String[]::new));
        }
        return table.lines();
    }

    private record Line(String what, String expected, Map<String, String> answers) {
        boolean holds() {
            return answers.values().stream().allMatch(expected::equals);
        }
    }
}
