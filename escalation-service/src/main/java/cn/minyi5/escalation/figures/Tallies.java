package cn.minyi5.escalation.figures;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.Tally;
import cn.minyi5.escalation.figures.domain.FigureCode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a report has counted, by group in the order of their keys; the whole is the group with the empty key. */
public record Tallies(Map<String, Map<FigureCode, Tally>> byGroup) {

    /** The key of the whole. */
    public static final String WHOLE = "";

    /** A figure of a group as a report counts it. */
    public record Row(String groupKey, String figure, Tally tally) {}

    /**
     * The figures of a department, a township or a month.
     *
     * @param name the key itself where no name is known
     */
    public record FigureGroup(String key, String name, List<Figure> figures) {}

    public static Tallies of(List<Row> rows) {
        var groups = new TreeMap<String, Map<FigureCode, Tally>>();
        for (var row : rows) {
            groups.computeIfAbsent(row.groupKey, key -> new EnumMap<>(FigureCode.class))
                    .put(FigureCode.of(row.figure), row.tally);
        }
        return new Tallies(groups);
    }

    public List<Figure> whole(Collection<FigureCode> codes) {
        return figures(byGroup.getOrDefault(WHOLE, Map.of()), codes);
    }

    public List<FigureGroup> groups(Map<String, String> names, Collection<FigureCode> codes) {
        return byGroup.keySet().stream()
                .filter(key -> !key.equals(WHOLE))
                .map(key -> new FigureGroup(key, names.getOrDefault(key, key), figures(byGroup.get(key), codes)))
                .toList();
    }

    /** One of each code, in the order of the codes; what was not tallied is nothing. */
    private static List<Figure> figures(Map<FigureCode, Tally> tallies, Collection<FigureCode> codes) {
        return codes.stream().sorted().map(code -> code.figure(tallies)).toList();
    }
}
