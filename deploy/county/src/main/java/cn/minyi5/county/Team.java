package cn.minyi5.county;

import java.util.ArrayList;
import java.util.List;

/** 民情书记服务队. Six people by the rule 1+2+3. */
public record Team(String code, String gridCode, List<Member> members) {
    private static final List<String> ROLES = List.of(
            "LEADER",
            "COUNTY_OFFICIAL",
            "COUNTY_OFFICIAL",
            "TOWNSHIP_OFFICIAL",
            "TOWNSHIP_OFFICIAL",
            "TOWNSHIP_OFFICIAL");

    /** How many a team has. */
    public static final int SIZE = ROLES.size();

    /** With invented names, numbered through the county from 民情书记0001. */
    static Team of(Grid grid, int index) {
        var members = new ArrayList<Member>();
        for (int no = 1; no <= SIZE; no++) {
            var name = "民情书记%04d".formatted(index * SIZE + no);
            members.add(new Member(no, name, ROLES.get(no - 1)));
        }
        return new Team(grid.teamCode(), grid.code(), List.copyOf(members));
    }

    /** @param role LEADER, COUNTY_OFFICIAL or TOWNSHIP_OFFICIAL */
    public record Member(int no, String name, String role) {}
}
