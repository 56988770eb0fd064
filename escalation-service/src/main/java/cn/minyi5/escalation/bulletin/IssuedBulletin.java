package cn.minyi5.escalation.bulletin;

import cn.minyi5.contracts.BulletinEvent;
import cn.minyi5.contracts.BulletinEvent.DepartmentFigures;
import cn.minyi5.contracts.BulletinEvent.Figure;
import cn.minyi5.escalation.bulletin.Bulletins.Bulletin;
import cn.minyi5.escalation.figures.Tallies;
import cn.minyi5.escalation.figures.domain.FigureCode;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/** A bulletin with the figures that its frozen rows give, for the whole and for each department. */
public record IssuedBulletin(
        @JsonUnwrapped Bulletin bulletin, List<Figure> figures, List<DepartmentFigures> departments) {

    static IssuedBulletin of(Bulletin bulletin, Tallies tallies, Map<String, String> names) {
        return new IssuedBulletin(
                bulletin,
                tallies.whole(List.of(FigureCode.values())),
                tallies.groups(names, FigureCode.ofOneDepartment()).stream()
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
                figures,
                departments,
                bulletin.rows(),
                bulletin.rowsSha256(),
                bulletin.division(),
                bulletin.total());
    }
}
