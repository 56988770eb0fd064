package cn.minyi5.notification.recipient.domain;

import cn.minyi5.contracts.language.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** 岗位. Roles of the realm (DOMAIN §7). */
public enum Role {
    SECRETARY,
    TEAM_LEADER,
    CLERK,
    DEPARTMENT_HEAD,
    DISPATCHER,
    SUPERVISOR,
    ADMINISTRATOR,
    INTEGRATION;

    /** @throws Refusal {@code recipient.role-unknown} */
    public static Role named(String realmName) {
        return Arrays.stream(values())
                .filter(role -> role.realmName().equals(realmName))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("recipient.role-unknown", "role").with("value", realmName));
    }

    /** As tokens carry it, such as {@code team-leader}. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean worksInDepartment() {
        return this == CLERK || this == DEPARTMENT_HEAD;
    }

    boolean walksInTeam() {
        return this == SECRETARY || this == TEAM_LEADER;
    }
}
