package cn.minyi5.access;

/** Roles of the realm (DOMAIN §7), for {@code @RolesAllowed}. */
public final class Roles {
    public static final String SECRETARY = "secretary";
    public static final String TEAM_LEADER = "team-leader";
    public static final String CLERK = "clerk";
    public static final String DEPARTMENT_HEAD = "department-head";
    public static final String DISPATCHER = "dispatcher";
    public static final String SUPERVISOR = "supervisor";
    public static final String ADMINISTRATOR = "administrator";
    public static final String INTEGRATION = "integration";

    private Roles() {}
}
