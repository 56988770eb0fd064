package cn.minyi5.escalation.figures;

import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.contracts.language.Tally;
import cn.minyi5.escalation.figures.domain.FigureCode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a report has counted, by group in the order of their keys; the whole is the group with the empty key. */
public record Tallies(Map<String, Map<FigureCode, Tally>> byGroup) {

    /** The key of the whole. */
    public static final String WHOLE = "";

    /** Between the county and the department of a key: one code names different departments in two counties. */
    private static final String OF = "/";

    /** A figure of a group as a report counts it; the key of a department is county and code, 370828/ZJJ. */
    public record Row(String groupKey, String figure, Tally tally) {}

    /**
     * The figures of a department, a township or a month.
     *
     * @param name the key itself where no name is known
     * @param county whose department it is; null for what is none
     */
    public record FigureGroup(String key, String name, @Nullable String county, List<Figure> figures) {

        private static FigureGroup of(String key, Map<String, String> names, List<Figure> figures) {
            var at = key.indexOf(OF);
            var code = key.substring(at + 1);
            var county = at < 0 ? null : key.substring(0, at);
            return new FigureGroup(code, nameOf(code, county == null ? code : county, names), county, figures);
        }

        /** As the nearest division calls it: the longest beginning of the place that has given the code. */
        private static String nameOf(String code, String place, Map<String, String> names) {
            return IntStream.rangeClosed(0, place.length())
                    .mapToObj(cut -> names.get(place.substring(0, place.length() - cut) + OF + code))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(code);
        }
    }

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

    /** @param names of departments by division and code, 370828/ZJJ */
    public List<FigureGroup> groups(Map<String, String> names, Collection<FigureCode> codes) {
        return byGroup.keySet().stream()
                .filter(key -> !key.equals(WHOLE))
                .map(key -> FigureGroup.of(key, names, figures(byGroup.get(key), codes)))
                .toList();
    }

    /** One of each code, in the order of the codes; what was not tallied is nothing. */
    private static List<Figure> figures(Map<FigureCode, Tally> tallies, Collection<FigureCode> codes) {
        return codes.stream().sorted().map(code -> code.figure(tallies)).toList();
    }
}
