package cn.minyi5.intake.request;

import static cn.minyi5.intake.request.domain.Known.SECRETARY;
import static cn.minyi5.intake.request.domain.Known.forwarded;
import static cn.minyi5.intake.request.domain.Known.order;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.intake.request.RequestAccess.Visibility;
import cn.minyi5.intake.request.domain.CitizenRequest;
import cn.minyi5.intake.request.domain.TrackedRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestAccessTest {

    private static final TrackedRequest HELD = forwarded(order("JX01", 1, 0, null), 0);
    private static final TrackedRequest COMPLAINT =
            forwarded(CitizenRequest.ABOUT_OFFICIALS, order("JX01", 1, 0, null), 0);

    @Test
    void theSecretaryWhoTookItSeesAllAlsoOfAComplaint() {
        var taker = new RequestAccessOf(Roles.SECRETARY, "370828", null, "T001", SECRETARY);
        assertThat(taker.visibilityOf(HELD)).isEqualTo(Visibility.FULL);
        assertThat(taker.visibilityOf(COMPLAINT)).isEqualTo(Visibility.FULL);
    }

    @Test
    void herTeamMatesAndLeaderSeeItMaskedAndNoComplaint() {
        var leader = new RequestAccessOf(Roles.TEAM_LEADER, "370828", null, "T001", "leader");
        assertThat(secretary("T001").visibilityOf(HELD)).isEqualTo(Visibility.MASKED);
        assertThat(leader.visibilityOf(HELD)).isEqualTo(Visibility.MASKED);
        assertThat(secretary("T001").visibilityOf(COMPLAINT)).isEqualTo(Visibility.NOTHING);
        assertThat(leader.visibilityOf(COMPLAINT)).isEqualTo(Visibility.NOTHING);
        assertThat(secretary("T002").visibilityOf(HELD)).isEqualTo(Visibility.NOTHING);
    }

    @Test
    void theLeadsClerkSeesAllOfWhatItsDepartmentHoldsAndItsHeadSeesItMasked() {
        assertThat(clerk("JX01").visibilityOf(HELD)).isEqualTo(Visibility.FULL);
        assertThat(head("JX01").visibilityOf(HELD)).isEqualTo(Visibility.MASKED);
        assertThat(clerk("JX02").visibilityOf(HELD)).isEqualTo(Visibility.NOTHING);
        assertThat(clerk("JX01").visibilityOf(COMPLAINT)).isEqualTo(Visibility.NOTHING);
        assertThat(clerk(null).visibilityOf(forwarded(null, 0))).isEqualTo(Visibility.NOTHING);
        assertThat(clerk(null).visibilityOf(forwarded(order(null, 1, 0, null), 0)))
                .isEqualTo(Visibility.NOTHING);
    }

    @Test
    void whoAssistsSeesItMaskedAsLongAsSomebodyHoldsIt() {
        assertThat(clerk("JX05").visibilityOf(HELD)).isEqualTo(Visibility.MASKED);
        assertThat(clerk("JX05").visibilityOf(COMPLAINT)).isEqualTo(Visibility.NOTHING);
        assertThat(clerk("JX05").visibilityOf(forwarded(order(null, 1, 0, null), 0)))
                .isEqualTo(Visibility.NOTHING);
    }

    @Test
    void deskAndSupervisionSeeTheirJurisdictionMasked() {
        assertThat(dispatcher("370828").visibilityOf(HELD)).isEqualTo(Visibility.MASKED);
        assertThat(dispatcher("370829").visibilityOf(HELD)).isEqualTo(Visibility.NOTHING);
        assertThat(supervisor("370828101").visibilityOf(HELD)).isEqualTo(Visibility.MASKED);
    }

    @Test
    void aComplaintIsForTheSupervisionOfCountyOrAbove() {
        assertThat(dispatcher("370828").visibilityOf(COMPLAINT)).isEqualTo(Visibility.NOTHING);
        assertThat(supervisor("370828101").visibilityOf(COMPLAINT)).isEqualTo(Visibility.NOTHING);
        assertThat(supervisor("370828").visibilityOf(COMPLAINT)).isEqualTo(Visibility.MASKED);
        assertThat(supervisor("37").visibilityOf(COMPLAINT)).isEqualTo(Visibility.MASKED);
    }

    private static RequestAccess secretary(String team) {
        return new RequestAccessOf(Roles.SECRETARY, "370828", null, team, "another secretary").access();
    }

    private static RequestAccess clerk(@Nullable String department) {
        return new RequestAccessOf(Roles.CLERK, "370828", department, null, "clerk").access();
    }

    private static RequestAccess head(String department) {
        return new RequestAccessOf(Roles.DEPARTMENT_HEAD, "370828", department, null, "head").access();
    }

    private static RequestAccess dispatcher(String division) {
        return new RequestAccessOf(Roles.DISPATCHER, division, null, null, "dispatcher").access();
    }

    private static RequestAccess supervisor(String division) {
        return new RequestAccessOf(Roles.SUPERVISOR, division, null, null, "supervisor").access();
    }

    private record RequestAccessOf(
            String role, String division, @Nullable String department, @Nullable String team, String id) {

        RequestAccess access() {
            return RequestAccess.of(
                    new Actor(id, "username", Set.of(role), new DivisionCode(division), department, team));
        }

        Visibility visibilityOf(TrackedRequest tracked) {
            return access().visibilityOf(tracked);
        }
    }
}
