package cn.minyi5.escalation.figures;

import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Tally;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The figures of a department, a township or a month.
 *
 * @param name the key itself where no name is known
 */
public record FigureGroup(String key, String name, List<Figure> figures) {

    /** In the order of the tallies. */
    public static List<FigureGroup> of(
            Map<String, Map<FigureCode, Tally>> tallies, Map<String, String> names, Collection<FigureCode> codes) {
        return tallies.entrySet().stream()
                .map(group -> new FigureGroup(
                        group.getKey(),
                        names.getOrDefault(group.getKey(), group.getKey()),
                        Figure.of(codes, group.getValue())))
                .toList();
    }
}
