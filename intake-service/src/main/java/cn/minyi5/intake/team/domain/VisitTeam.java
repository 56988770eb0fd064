package cn.minyi5.intake.team.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import java.util.Arrays;
import java.util.List;

/** 民情书记服务队. Walks one grid. */
public record VisitTeam(String code, GridCode grid, List<TeamMember> members) {

    /** @throws Refusal {@code team.member-twice}, {@code team.breaks-1-2-3} */
    public VisitTeam {
        members = List.copyOf(members);
        if (members.stream().mapToInt(TeamMember::number).distinct().count() < members.size()) {
            throw Refusal.invalid("team.member-twice", "member_no");
        }
        if (!keepsTheRule(members)) {
            throw Refusal.invalid("team.breaks-1-2-3", "role")
                    .with("leaders", count(members, TeamRole.LEADER))
                    .with("county", count(members, TeamRole.COUNTY_OFFICIAL))
                    .with("township", count(members, TeamRole.TOWNSHIP_OFFICIAL));
        }
    }

    private static boolean keepsTheRule(List<TeamMember> members) {
        return Arrays.stream(TeamRole.values()).allMatch(role -> count(members, role) == role.needed());
    }

    private static long count(List<TeamMember> members, TeamRole role) {
        return members.stream().filter(member -> member.role() == role).count();
    }
}
