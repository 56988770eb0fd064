package cn.minyi5.escalation.figures;

import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Tally;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A figure of a group as a report counts it. */
public record TalliedRow(String groupKey, String figure, Tally tally) {

    /** In the order of the groups. */
    public static Map<String, Map<FigureCode, Tally>> byGroup(List<TalliedRow> rows) {
        var groups = new TreeMap<String, Map<FigureCode, Tally>>();
        for (var row : rows) {
            groups.computeIfAbsent(row.groupKey, key -> new EnumMap<>(FigureCode.class))
                    .put(FigureCode.of(row.figure), row.tally);
        }
        return groups;
    }
}
