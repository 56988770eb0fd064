package cn.minyi5.intake.team;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A team as it is stored; its members are {@link TeamMemberRow}s. */
@Entity
@Table(name = "visit_team")
class TeamRow {

    @Id
    String code;

    String gridCode;

    static TeamRow of(String code, String gridCode) {
        var row = new TeamRow();
        row.code = code;
        row.gridCode = gridCode;
        return row;
    }
}
