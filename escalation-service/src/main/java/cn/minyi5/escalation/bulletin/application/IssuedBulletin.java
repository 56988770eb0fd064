package cn.minyi5.escalation.bulletin.application;

import cn.minyi5.escalation.bulletin.domain.Bulletin;
import cn.minyi5.escalation.figures.application.CountFigures.Group;
import cn.minyi5.escalation.figures.domain.Figure;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.Tally;
import java.util.List;
import java.util.Map;

/** A bulletin with the figures that its frozen rows give, for the whole and for each department. */
public record IssuedBulletin(Bulletin bulletin, List<Figure> figures, List<Group> departments) {

    private static final String WHOLE = "";

    static IssuedBulletin of(
            Bulletin bulletin, Map<String, Map<FigureCode, Tally>> tallies, Map<String, String> names) {
        return new IssuedBulletin(
                bulletin,
                Figure.of(List.of(FigureCode.values()), tallies.getOrDefault(WHOLE, Map.of())),
                tallies.entrySet().stream()
                        .filter(group -> !group.getKey().equals(WHOLE))
                        .map(group -> new Group(
                                group.getKey(),
                                names.getOrDefault(group.getKey(), group.getKey()),
                                Figure.of(FigureCode.ofOneDepartment(), group.getValue())))
                        .toList());
    }
}
