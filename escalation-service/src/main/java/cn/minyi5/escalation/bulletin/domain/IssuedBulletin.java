package cn.minyi5.escalation.bulletin.domain;

import cn.minyi5.escalation.figures.domain.Figure;
import cn.minyi5.escalation.figures.domain.FigureCode;
import cn.minyi5.escalation.figures.domain.FigureGroup;
import cn.minyi5.escalation.figures.domain.Tally;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A bulletin with the figures that its frozen rows give, for the whole and for each department. */
public record IssuedBulletin(UUID id, Bulletin bulletin, List<Figure> figures, List<FigureGroup> departments) {

    /** The key of the whole among the tallies of departments. */
    private static final String WHOLE = "";

    public static IssuedBulletin of(
            UUID id, Bulletin bulletin, Map<String, Map<FigureCode, Tally>> tallies, Map<String, String> names) {
        var ofDepartments = new TreeMap<>(tallies);
        ofDepartments.remove(WHOLE);
        return new IssuedBulletin(
                id,
                bulletin,
                Figure.of(List.of(FigureCode.values()), tallies.getOrDefault(WHOLE, Map.of())),
                FigureGroup.of(ofDepartments, names, FigureCode.ofOneDepartment()));
    }
}
