package cn.minyi5.intake.team;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.team.domain.VisitTeam;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A team as it is stored; its terms of office are rows of {@link TeamTerms}. */
@Entity
@Table(name = "visit_team")
class TeamRow {

    @EmbeddedId
    Key key;

    GridCode gridCode;

    /** @param county six digits: another one may have a team of that code */
    @Embeddable
    record Key(String county, String code) {

        static Key of(VisitTeam team) {
            return new Key(team.grid().division().county().value(), team.code());
        }
    }

    static TeamRow of(VisitTeam team) {
        var row = new TeamRow();
        row.key = Key.of(team);
        row.gridCode = team.grid();
        return row;
    }
}
