package cn.minyi5.intake.request.domain;

import static cn.minyi5.intake.request.domain.Known.forwarded;
import static cn.minyi5.intake.request.domain.Known.order;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestReaderTest {

    private static final RecordedRequest HELD = forwarded(order("JX01", 1, 0, null), 0);
    private static final RecordedRequest COMPLAINT =
            forwarded(CitizenRequest.ABOUT_OFFICIALS, order("JX01", 1, 0, null), 0);

    @Test
    void theTeamThatTookItSeesAllAlsoOfAComplaint() {
        assertThat(secretary("T001").of(HELD)).isEqualTo(Sight.FULL);
        assertThat(secretary("T001").of(COMPLAINT)).isEqualTo(Sight.FULL);
        assertThat(secretary("T002").of(HELD)).isEqualTo(Sight.NOTHING);
    }

    @Test
    void aDepartmentSeesMaskedWhatItHoldsAndNoComplaint() {
        assertThat(clerk("JX01").of(HELD)).isEqualTo(Sight.MASKED);
        assertThat(clerk("JX02").of(HELD)).isEqualTo(Sight.NOTHING);
        assertThat(clerk("JX01").of(COMPLAINT)).isEqualTo(Sight.NOTHING);
        assertThat(clerk(null).of(forwarded(null, 0))).isEqualTo(Sight.NOTHING);
        assertThat(clerk(null).of(forwarded(order(null, 1, 0, null), 0))).isEqualTo(Sight.NOTHING);
    }

    @Test
    void deskAndSupervisionSeeTheirJurisdictionMasked() {
        assertThat(dispatcher("370828").of(HELD)).isEqualTo(Sight.MASKED);
        assertThat(dispatcher("370829").of(HELD)).isEqualTo(Sight.NOTHING);
        assertThat(supervisor("370828101").of(HELD)).isEqualTo(Sight.MASKED);
    }

    @Test
    void aComplaintIsForTheSupervisionOfCountyOrAbove() {
        assertThat(dispatcher("370828").of(COMPLAINT)).isEqualTo(Sight.NOTHING);
        assertThat(supervisor("370828101").of(COMPLAINT)).isEqualTo(Sight.NOTHING);
        assertThat(supervisor("370828").of(COMPLAINT)).isEqualTo(Sight.MASKED);
        assertThat(supervisor("37").of(COMPLAINT)).isEqualTo(Sight.MASKED);
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

    private static RequestReader secretary(String team) {
        return new RequestReader(new DivisionCode("370828"), team, null, false, false);
    }

    private static RequestReader clerk(@Nullable String department) {
        return new RequestReader(new DivisionCode("370828"), null, department, false, false);
    }

    private static RequestReader dispatcher(String division) {
        return new RequestReader(new DivisionCode(division), null, null, true, false);
    }

    private static RequestReader supervisor(String division) {
        return new RequestReader(new DivisionCode(division), null, null, false, true);
    }
}
