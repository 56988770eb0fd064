package cn.minyi5.notification.recipient.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.Arrays;

/** 岗位. Roles of the realm (DOMAIN §7), by the names that tokens carry. */
public enum Role {
    SECRETARY("secretary"),
    TEAM_LEADER("team-leader"),
    CLERK("clerk"),
    DEPARTMENT_HEAD("department-head"),
    DISPATCHER("dispatcher"),
    SUPERVISOR("supervisor"),
    ADMINISTRATOR("administrator"),
    INTEGRATION("integration");

    private final String realmName;

    Role(String realmName) {
        this.realmName = realmName;
    }

    /** @throws Refusal {@code recipient.role-unknown} */
    public static Role named(String realmName) {
        return Arrays.stream(values())
                .filter(role -> role.realmName.equals(realmName))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("recipient.role-unknown", "role").with("value", realmName));
    }

    public String realmName() {
        return realmName;
    }

    boolean worksInDepartment() {
        return this == CLERK || this == DEPARTMENT_HEAD;
    }

    boolean walksInTeam() {
        return this == SECRETARY || this == TEAM_LEADER;
    }
}
