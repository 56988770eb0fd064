package cn.minyi5.intake.masterdata;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.intake.masterdata.domain.VisitTeam;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A team as it is stored; its members are {@link TeamMemberRow}s. */
@Entity
@Table(name = "visit_team")
class TeamRow {

    @Id
    String code;

    GridCode gridCode;

    static TeamRow of(VisitTeam team) {
        var row = new TeamRow();
        row.code = team.code();
        row.gridCode = team.grid();
        return row;
    }
}
