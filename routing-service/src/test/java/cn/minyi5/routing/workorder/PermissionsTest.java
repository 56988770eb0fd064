package cn.minyi5.routing.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.routing.workorder.domain.Lives;
import cn.minyi5.routing.workorder.domain.Origin;
import cn.minyi5.routing.workorder.domain.Party;
import cn.minyi5.routing.workorder.domain.State;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final WorkOrder ORDINARY = Lives.in(State.AWAITING_SIGN);
    private static final WorkOrder CONFIDENTIAL = WorkOrder.open(
                    new Origin(new UUID(0, 3), "GD20261105-000002", Lives.request("ZX02"), Lives.NOON, false),
                    Lives.DEED,
                    null)
            .order()
            .dispatch(Lives.toWater(), null, Lives.DEED)
            .order();

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

    @Test
    void aClerkIsThePartyOfTheLeadOnlyAtTheOrdersOfTheirDepartment() {
        assertThat(permissions(Roles.CLERK, "370828", Lives.WATER, null).parties(ORDINARY))
                .containsExactly(Party.LEAD);
        assertThat(permissions(Roles.CLERK, "370828", "roads", null).parties(ORDINARY))
                .as("who assists")
                .containsExactly(Party.ASSISTING);
        assertThat(permissions(Roles.CLERK, "370828", Lives.WATER, null).parties(Lives.opened()))
                .isEmpty();
        assertThat(permissions(Roles.DISPATCHER, "370828", null, null).parties(ORDINARY))
                .containsExactly(Party.DESK);
        assertThat(permissions(Roles.DEPARTMENT_HEAD, "370828", Lives.WATER, null)
                        .parties(ORDINARY))
                .containsExactly(Party.HEAD);
    }

    @Test
    void anotherPlatformIsAPartyOfWhatItWasGivenAndSeesNothingElse() {
        var platform = permissions(Roles.INTEGRATION, "370828", null, null);

        assertThat(platform.sees(ORDINARY)).isFalse();
        assertThat(platform.sees(Lives.in(State.FORWARDED_OUT))).isTrue();
        assertThat(platform.sees(Lives.in(State.FORWARDED_OUT, "ZX02"))).isFalse();
        assertThat(platform.parties(Lives.in(State.FORWARDED_OUT))).containsExactly(Party.PLATFORM);
    }

    @Test
    void whoTookTheRequestIsAPartyAsWhatTheyAre() {
        assertThat(permissions(Roles.SECRETARY, "370828101", null, "T0001").parties(ORDINARY))
                .containsExactly(Party.SECRETARY);
        assertThat(permissions(Roles.TEAM_LEADER, "370828101", null, "T0001").parties(ORDINARY))
                .containsExactly(Party.TEAM_LEADER);
        assertThat(permissions(Roles.SECRETARY, "370828101", null, "T0002").parties(ORDINARY))
                .isEmpty();
    }

    @Test
    void theSupervisionOfficeStandsInForLeadAndDeskOnlyWhereItIsConfidential() {
        var supervisor = permissions(Roles.SUPERVISOR, "370828", null, null);

        assertThat(supervisor.parties(ORDINARY)).containsExactly(Party.SUPERVISION_OFFICE);
        assertThat(supervisor.parties(CONFIDENTIAL))
                .containsExactly(Party.SUPERVISION_OFFICE, Party.SUPERVISION_OFFICE_IF_CONFIDENTIAL);
    }

    @Test
    void onlyTheCountysSupervisionOfficeIsThePartyThatRules() {
        assertThat(permissions(Roles.SUPERVISOR, "370828101", null, null).parties(ORDINARY))
                .isEmpty();
        assertThat(permissions(Roles.SUPERVISOR, "3708", null, null).parties(ORDINARY))
                .containsExactly(Party.SUPERVISION_OFFICE);
    }

    @Test
    void whatIsNotSeenOrHasChangedIsNotActedOn() {
        var clerk = permissions(Roles.CLERK, "370828", Lives.WATER, null);

        assertThat(clerk.deed(ORDINARY, null, Lives.NOON).by()).isEqualTo("someone");
        assertThat(clerk.deed(ORDINARY, ORDINARY.version(), Lives.NOON).as()).containsExactly(Party.LEAD);
        assertThatThrownBy(() -> clerk.deed(ORDINARY, 1, Lives.NOON)).hasMessage("work-order.changed-meanwhile");
        assertThatThrownBy(() -> clerk.deed(CONFIDENTIAL, null, Lives.NOON)).hasMessage("work-order.unknown");
    }

    private static boolean sees(
            String role, String division, @Nullable String department, @Nullable String team, WorkOrder order) {
        return permissions(role, division, department, team).sees(order);
    }

    private static Permissions permissions(
            String role, String division, @Nullable String department, @Nullable String team) {
        return new Permissions(new Actor("id", "someone", Set.of(role), new DivisionCode(division), department, team));
    }
}
