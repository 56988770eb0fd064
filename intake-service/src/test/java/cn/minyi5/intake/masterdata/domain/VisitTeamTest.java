package cn.minyi5.intake.masterdata.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.intake.Refused;
import cn.minyi5.intake.masterdata.domain.VisitTeam.Member;
import cn.minyi5.intake.masterdata.domain.VisitTeam.Role;
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
        members.set(5, new Member(1, "民情书记006", Role.TOWNSHIP_OFFICIAL));

        Refused.with("team.member-twice", "member_no", () -> team(members));
    }

    private static VisitTeam team(List<Member> members) {
        return new VisitTeam("T001", new GridCode("370828101201001"), members);
    }

    private static List<Member> members(int leaders, int county, int township) {
        var roles = new ArrayList<Role>();
        roles.addAll(Collections.nCopies(leaders, Role.LEADER));
        roles.addAll(Collections.nCopies(county, Role.COUNTY_OFFICIAL));
        roles.addAll(Collections.nCopies(township, Role.TOWNSHIP_OFFICIAL));
        var members = new ArrayList<Member>();
        for (var role : roles) {
            members.add(new Member(members.size() + 1, "民情书记%03d".formatted(members.size() + 1), role));
        }
        return members;
    }
}
