package cn.minyi5.intake.team.domain;

/** Whence a secretary comes; how many of each a team needs is the rule "1+2+3" (DOMAIN §2). */
public enum TeamRole {
    /** From the leadership of a county department. */
    LEADER(1),
    COUNTY_OFFICIAL(2),
    TOWNSHIP_OFFICIAL(3);

    private final int needed;

    TeamRole(int needed) {
        this.needed = needed;
    }

    public int needed() {
        return needed;
    }
}
