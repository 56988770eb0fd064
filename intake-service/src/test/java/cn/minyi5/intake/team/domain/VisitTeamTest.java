package cn.minyi5.intake.team.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VisitTeamTest {

    @Test
    void oneLeaderTwoCountyAndThreeTownshipOfficialsAreATeam() {
        assertThat(team(members(1, 2, 3)).members()).hasSize(6);
    }

    @Property
    void anyOtherMixtureIsRefused(
            @ForAll @IntRange(max = 4) int leaders,
            @ForAll @IntRange(max = 4) int county,
            @ForAll @IntRange(max = 5) int township) {
        if (leaders == 1 && county == 2 && township == 3) {
            return;
        }
        assertThatThrownBy(() -> team(members(leaders, county, township)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("team.breaks-1-2-3");
                    assertThat(refusal.details())
                            .containsEntry("leaders", (long) leaders)
                            .containsEntry("county", (long) county)
                            .containsEntry("township", (long) township);
                });
    }

    @Test
    void aNumberForTwoMembersIsRefused() {
        var members = members(1, 2, 3);
        members.set(5, new TeamMember(1, "民情书记006", TeamRole.TOWNSHIP_OFFICIAL));

        Refused.with("team.member-twice", "member_no", () -> team(members));
    }

    private static VisitTeam team(List<TeamMember> members) {
        return new VisitTeam("T001", new GridCode("370828101201001"), members);
    }

    private static List<TeamMember> members(int leaders, int county, int township) {
        var roles = new ArrayList<TeamRole>();
        roles.addAll(Collections.nCopies(leaders, TeamRole.LEADER));
        roles.addAll(Collections.nCopies(county, TeamRole.COUNTY_OFFICIAL));
        roles.addAll(Collections.nCopies(township, TeamRole.TOWNSHIP_OFFICIAL));
        var members = new ArrayList<TeamMember>();
        for (var role : roles) {
            members.add(new TeamMember(members.size() + 1, "民情书记%03d".formatted(members.size() + 1), role));
        }
        return members;
    }
}
