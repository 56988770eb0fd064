package cn.minyi5.intake.request;

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
    void theTeamThatTookItSeesAllAlsoOfAComplaint() {
        assertThat(secretary("T001").visibilityOf(HELD)).isEqualTo(Visibility.FULL);
        assertThat(secretary("T001").visibilityOf(COMPLAINT)).isEqualTo(Visibility.FULL);
        assertThat(secretary("T002").visibilityOf(HELD)).isEqualTo(Visibility.NOTHING);
    }

    @Test
    void aDepartmentSeesMaskedWhatItHoldsAndNoComplaint() {
        assertThat(clerk("JX01").visibilityOf(HELD)).isEqualTo(Visibility.MASKED);
        assertThat(clerk("JX02").visibilityOf(HELD)).isEqualTo(Visibility.NOTHING);
        assertThat(clerk("JX01").visibilityOf(COMPLAINT)).isEqualTo(Visibility.NOTHING);
        assertThat(clerk(null).visibilityOf(forwarded(null, 0))).isEqualTo(Visibility.NOTHING);
        assertThat(clerk(null).visibilityOf(forwarded(order(null, 1, 0, null), 0)))
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

    @Test
    void aContactIsForTheTeamAndForWhoHoldsTheOrder() {
        assertThat(secretary("T001").mayAskForContactOf(HELD)).isTrue();
        assertThat(clerk("JX01").mayAskForContactOf(HELD)).isTrue();
        assertThat(supervisor("370828").mayAskForContactOf(COMPLAINT)).isTrue();

        assertThat(secretary("T002").mayAskForContactOf(HELD)).isFalse();
        assertThat(clerk("JX02").mayAskForContactOf(HELD)).isFalse();
        assertThat(clerk("JX01").mayAskForContactOf(COMPLAINT)).isFalse();
        assertThat(dispatcher("370828").mayAskForContactOf(HELD)).isFalse();
        assertThat(supervisor("370828").mayAskForContactOf(HELD)).isFalse();
    }

    private static RequestAccess secretary(String team) {
        return access(Roles.SECRETARY, "370828", null, team);
    }

    private static RequestAccess clerk(@Nullable String department) {
        return access(Roles.CLERK, "370828", department, null);
    }

    private static RequestAccess dispatcher(String division) {
        return access(Roles.DISPATCHER, division, null, null);
    }

    private static RequestAccess supervisor(String division) {
        return access(Roles.SUPERVISOR, division, null, null);
    }

    private static RequestAccess access(
            String role, String division, @Nullable String department, @Nullable String team) {
        return RequestAccess.of(
                new Actor("id", "username", Set.of(role), new DivisionCode(division), department, team));
    }
}
