package cn.minyi5.intake.tracking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.intake.request.domain.RequestState;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressTest {

    private static final Instant LATE_IN_THE_EVENING = Instant.parse("2021-10-05T17:00:00Z");

    @Test
    void daysAreThoseOfTheCounty() {
        var progress = Progress.of(
                RequestState.ANSWERED,
                LATE_IN_THE_EVENING,
                "供水",
                LATE_IN_THE_EVENING.plusSeconds(86_400),
                ResultCode.SOLVED);

        assertThat(progress)
                .isEqualTo(new Progress(
                        CitizenState.ANSWERED,
                        LocalDate.of(2021, 10, 6),
                        "供水",
                        LocalDate.of(2021, 10, 7),
                        ResultCode.SOLVED));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasAWordForWhoAsked(RequestState state) {
        assertThat(CitizenState.of(state)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void ofAComplaintAboutOfficialsItSaysThatItWasReceivedAndThatItIsOverAndNoMore(RequestState state) {
        var progress = Progress.ofComplaintAboutOfficials(state);

        assertThat(progress.state()).isIn(CitizenState.RECEIVED, CitizenState.CLOSED);
        assertThat(progress).isEqualTo(new Progress(progress.state(), null, null, null, null));
    }
}
