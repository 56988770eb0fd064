package cn.minyi5.escalation.figures.application;

import cn.minyi5.escalation.figures.domain.Figure;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Grouping;
import cn.minyi5.escalation.figures.domain.Period;
import cn.minyi5.escalation.figures.domain.Tally;
import cn.minyi5.escalation.sight.Sight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Counts the figures of a period, as far as the asker may see; whole, or side by side. */
@ApplicationScoped
public class CountFigures {

    private static final List<FigureCode> ALL = List.of(FigureCode.values());

    private final Evidence evidence;
    private final Departments departments;

    CountFigures(Evidence evidence, Departments departments) {
        this.evidence = evidence;
        this.departments = departments;
    }

    /** @param name the key itself where no name is known */
    public record Group(String key, String name, List<Figure> figures) {}

    public Uni<List<Figure>> handle(Period period, Sight sight) {
        return evidence.tallies(period, sight).map(tallies -> Figure.of(codes(sight), tallies));
    }

    /** Departments have no requests, so only the figures of one department stand beside their names. */
    public Uni<List<Group>> handle(Period period, Grouping grouping, Sight sight) {
        var codes = grouping == Grouping.DEPARTMENT ? FigureCode.ofOneDepartment() : codes(sight);
        return Uni.combine()
                .all()
                .unis(evidence.tallies(period, grouping, sight), departments.names())
                .with((tallies, names) -> groups(tallies, names, codes));
    }

    private static Collection<FigureCode> codes(Sight sight) {
        return sight.department() == null ? ALL : FigureCode.ofOneDepartment();
    }

    private static List<Group> groups(
            Map<String, Map<FigureCode, Tally>> tallies, Map<String, String> names, Collection<FigureCode> codes) {
        return tallies.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        names.getOrDefault(group.getKey(), group.getKey()),
                        Figure.of(codes, group.getValue())))
                .toList();
    }
}
