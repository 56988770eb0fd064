package cn.minyi5.intake.masterdata;

import cn.minyi5.intake.masterdata.domain.VisitTeam;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

@Entity
@Table(name = "team_member")
class TeamMemberRow {

    @EmbeddedId
    Key key;

    String name;

    @Enumerated(EnumType.STRING)
    VisitTeam.Role role;

    @Embeddable
    record Key(String county, String teamCode, int number) {}

    static TeamMemberRow of(TeamRow.Key team, VisitTeam.Member member) {
        var row = new TeamMemberRow();
        row.key = new Key(team.county(), team.code(), member.number());
        row.name = member.name();
        row.role = member.role();
        return row;
    }
}
