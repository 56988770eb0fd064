package cn.minyi5.intake.open311.domain;

import static cn.minyi5.intake.open311.domain.Sent.fields;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.intake.Refused;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFilterTest {

    private static final Instant NOW = Instant.parse("2021-10-09T01:00:00Z");

    @Test
    void whoAsksForNothingGetsTheLastNinetyDaysAndAThousandAtMost() {
        var filter = filter();
        assertThat(filter.from()).isEqualTo("2021-07-11T01:00:00Z");
        assertThat(filter.to()).isNull();
        assertThat(filter.pageSize()).isEqualTo(1000);
        assertThat(filter.offset()).isZero();
    }

    @Test
    void ninetyDaysAreAPeriodAndAnotherSecondIsTooLong() {
        assertThat(filter("start_date", "2021-01-01T00:00:00Z", "end_date", "2021-04-01T00:00:00Z")
                        .to())
                .isEqualTo("2021-04-01T00:00:00Z");
        Refused.with(
                "open311.period-too-long",
                "start_date",
                () -> filter("start_date", "2021-01-01T00:00:00Z", "end_date", "2021-04-01T00:00:01Z"));
        Refused.with(
                "open311.dates-out-of-order",
                "end_date",
                () -> filter("start_date", "2021-02-01T00:00:00Z", "end_date", "2021-01-01T00:00:00Z"));
    }

    @Test
    void anEndThatIsNotSaidIsNinetyDaysAway() {
        assertThat(filter("start_date", "2021-01-01T00:00:00Z").to()).isEqualTo("2021-04-01T00:00:00Z");
        assertThat(filter("end_date", "2021-04-01T00:00:00Z").from()).isEqualTo("2021-01-01T00:00:00Z");
    }

    @Test
    void thePlusOfAnOffsetMayHaveBecomeABlank() {
        assertThat(filter("start_date", "2021-10-09T09:00:00 08:00").from()).isEqualTo("2021-10-09T01:00:00Z");
        Refused.with("open311.time-malformed", "start_date", () -> filter("start_date", "2021-10-09"));
    }

    @Test
    void whoAsksWhatWasUpdatedIsNotHeldToWhenItWasRequested() {
        assertThat(filter("updated_after", "2021-10-01T00:00:00Z").from()).isNull();
    }

    @Test
    void idsOverrideEverythingElseAndWhatIsNoIdIsAnIdOfNothing() {
        var id = new UUID(0, 7);
        var filter = filter("service_request_id", id + ",17", "status", "closed", "service_code", "GS02");
        assertThat(filter.ids()).containsExactly(id);
        assertThat(filter.closed()).isNull();
        assertThat(filter.serviceCodes()).isEmpty();
        assertThat(filter("service_request_id", "17").ids()).isEmpty();
        Refused.with(
                "open311.too-many-ids", "service_request_id", () -> filter("service_request_id", "1,".repeat(201)));
    }

    @Test
    void anEmptyParameterEqualsAnAbsentOne() {
        assertThat(filter("service_request_id", "", "status", " ", "start_date", "", "page", ""))
                .isEqualTo(filter());
    }

    @Test
    void aStatusIsOpenOrClosedOrBoth() {
        assertThat(filter("status", "closed").closed()).isTrue();
        assertThat(filter("status", "open").closed()).isFalse();
        assertThat(filter("status", "open,closed").closed()).isNull();
        Refused.with("open311.status-unknown", "status", () -> filter("status", "done"));
    }

    @Test
    void pagesAreCountedFromOne() {
        assertThat(filter("page", "3", "page_size", "50").offset()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"page,0", "page,-1", "page,1.5", "page_size,1001", "page,99999999999"})
    void aPageThatIsNoneIsRefused(String name, String value) {
        Refused.with("open311.number-out-of-range", name, () -> filter(name, value));
    }

    private static ReportFilter filter(String... parameters) {
        return ReportFilter.of(fields(parameters), NOW);
    }
}
