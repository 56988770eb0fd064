package cn.minyi5.routing.workorder.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final WorkOrder ORDINARY = Lives.in(State.AWAITING_SIGN);
    private static final WorkOrder CONFIDENTIAL = WorkOrder.open(
                    new Origin(new UUID(0, 3), "GD20261105-000002", Lives.request("ZX02"), Lives.NOON, false))
            .dispatch(Lives.toWater(), Lives.NOON);

    @Test
    void nothingIsSeenOutsideTheJurisdiction() {
        assertThat(sees(Roles.DISPATCHER, "370828", null, null, ORDINARY)).isTrue();
        assertThat(sees(Roles.DISPATCHER, "370828101", null, null, ORDINARY)).isTrue();
        assertThat(sees(Roles.DISPATCHER, "370828102", null, null, ORDINARY)).isFalse();
        assertThat(sees(Roles.SUPERVISOR, "370829", null, null, ORDINARY)).isFalse();
    }

    @Test
    void aDepartmentSeesWhatItLeadsOrAssistsInWhileItHasIt() {
        assertThat(sees(Roles.CLERK, "370828", Lives.WATER, null, ORDINARY)).isTrue();
        assertThat(sees(Roles.DEPARTMENT_HEAD, "370828", "roads", null, ORDINARY))
                .isTrue();
        assertThat(sees(Roles.CLERK, "370828", "parks", null, ORDINARY)).isFalse();
        assertThat(sees(Roles.CLERK, "370828", null, null, ORDINARY)).isFalse();
        assertThat(sees(Roles.CLERK, "370828", Lives.WATER, null, Lives.in(State.AWAITING_DISPATCH)))
                .isFalse();
    }

    @Test
    void aTeamSeesWhatItTook() {
        assertThat(sees(Roles.SECRETARY, "370828101", null, "T0001", ORDINARY)).isTrue();
        assertThat(sees(Roles.TEAM_LEADER, "370828101", null, "T0002", ORDINARY))
                .isFalse();
        assertThat(sees(Roles.SECRETARY, "370828101", null, null, ORDINARY)).isFalse();
    }

    @Test
    void whatIsConfidentialIsForSupervisorsOfTheCountyAndAbove() {
        assertThat(sees(Roles.SUPERVISOR, "370828", null, null, CONFIDENTIAL)).isTrue();
        assertThat(sees(Roles.SUPERVISOR, "3708", null, null, CONFIDENTIAL)).isTrue();
        assertThat(sees(Roles.SUPERVISOR, "370828101", null, null, CONFIDENTIAL))
                .isFalse();
        assertThat(sees(Roles.DISPATCHER, "370828", null, null, CONFIDENTIAL)).isFalse();
        assertThat(sees(Roles.CLERK, "370828", Lives.WATER, null, CONFIDENTIAL)).isFalse();
        assertThat(sees(Roles.SECRETARY, "370828101", null, "T0001", CONFIDENTIAL))
                .isFalse();
    }

    private static boolean sees(
            String role, String division, @Nullable String department, @Nullable String team, WorkOrder order) {
        return Sight.of(new Actor("id", "someone", Set.of(role), new DivisionCode(division), department, team))
                .sees(order);
    }
}
