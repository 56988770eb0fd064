package cn.minyi5.intake.masterdata.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Refusal;
import java.util.Arrays;
import java.util.List;

/** 民情书记服务队. Walks one grid. */
public record VisitTeam(String code, GridCode grid, List<Member> members) {

    /** 民情书记. One member of a team; numbers are unique within it. */
    public record Member(int number, String name, Role role) {}

    /** Whence a secretary comes; how many of each a team needs is the rule "1+2+3" (DOMAIN §2). */
    public enum Role {
        /** From the leadership of a county department. */
        LEADER(1),
        COUNTY_OFFICIAL(2),
        TOWNSHIP_OFFICIAL(3);

        private final int needed;

        Role(int needed) {
            this.needed = needed;
        }
    }

    public VisitTeam {
        members = List.copyOf(members);
        if (members.stream().mapToInt(Member::number).distinct().count() < members.size()) {
            throw Refusal.invalid("team.member-twice", "member_no");
        }
        if (!keepsTheRule(members)) {
            throw Refusal.invalid("team.breaks-1-2-3", "role")
                    .with("leaders", count(members, Role.LEADER))
                    .with("county", count(members, Role.COUNTY_OFFICIAL))
                    .with("township", count(members, Role.TOWNSHIP_OFFICIAL));
        }
    }

    private static boolean keepsTheRule(List<Member> members) {
        return Arrays.stream(Role.values()).allMatch(role -> count(members, role) == role.needed);
    }

    private static long count(List<Member> members, Role role) {
        return members.stream().filter(member -> member.role() == role).count();
    }
}
