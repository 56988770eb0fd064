package cn.minyi5.escalation.bulletin;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.escalation.figures.Figure;
import cn.minyi5.escalation.figures.FigureGroup;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Tally;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A bulletin with the figures that its frozen rows give, for the whole and for each department. */
public record IssuedBulletin(
        @JsonUnwrapped Bulletin bulletin, List<Figure> figures, List<DepartmentFigures> departments) {

    /** The key of the whole among the tallies of departments. */
    private static final String WHOLE = "";

    public record DepartmentFigures(String department, String name, List<Figure> figures) {}

    static IssuedBulletin of(
            Bulletin bulletin, Map<String, Map<FigureCode, Tally>> tallies, Map<String, String> names) {
        var ofDepartments = new TreeMap<>(tallies);
        ofDepartments.remove(WHOLE);
        return new IssuedBulletin(
                bulletin,
                Figure.of(List.of(FigureCode.values()), tallies.getOrDefault(WHOLE, Map.of())),
                FigureGroup.of(ofDepartments, names, FigureCode.ofOneDepartment()).stream()
                        .map(group -> new DepartmentFigures(group.key(), group.name(), group.figures()))
                        .toList());
    }

    /** As the other services hear of it. */
    BulletinEvent.Issued event() {
        return new BulletinEvent.Issued(
                bulletin.id(),
                bulletin.month(),
                bulletin.year(),
                bulletin.issue(),
                told(figures),
                departments.stream()
                        .map(group -> new BulletinEvent.DepartmentFigures(
                                group.department(), group.name(), told(group.figures())))
                        .toList(),
                bulletin.rows(),
                bulletin.rowsSha256());
    }

    private static List<BulletinEvent.Figure> told(List<Figure> figures) {
        return figures.stream()
                .map(figure -> new BulletinEvent.Figure(
                        figure.code(), figure.value(), figure.numerator(), figure.denominator()))
                .toList();
    }
}
