package cn.minyi5.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.CalendarEvent.YearPublished;
import cn.minyi5.contracts.language.DayKind;
import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.SpecialDay;
import cn.minyi5.contracts.language.WorkingCalendar.Answer;
import cn.minyi5.messaging.Received;
import cn.minyi5.messaging.Transactions;
import cn.minyi5.routing.calendar.CalendarYears;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class CalendarTest {

    private static final Instant NOON = Instant.parse("2017-12-01T04:00:00Z");
    private static final LocalDate MAY_DAY = LocalDate.of(2018, 5, 1);
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2018, 10, 1);

    @Inject
    Transactions transactions;

    @Inject
    CalendarYears years;

    @Test
    void aYearIsKnownAsItWasToldLastHoweverLateAnOlderTellingIsHeard() {
        assertThat(on(LocalDate.of(2016, 10, 3))).isEqualTo(new Answer.YearUnknown(Year.of(2016)));
        told(NOON, MAY_DAY);
        told(NOON.plusSeconds(60), MAY_DAY, NATIONAL_DAY);
        told(NOON.plusSeconds(30), MAY_DAY);

        assertThat(kindOf(MAY_DAY)).isEqualTo(DayKind.HOLIDAY);
        assertThat(kindOf(NATIONAL_DAY)).isEqualTo(DayKind.HOLIDAY);
        told(NOON.plusSeconds(90), NATIONAL_DAY);
        assertThat(kindOf(MAY_DAY)).as("taken back").isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void aCountysOwnYearCountsInItBeforeTheCitysAndNowhereElse() {
        told("3708", NOON, MAY_DAY);
        told("370827", NOON, NATIONAL_DAY);

        assertThat(kindAt("370827100001001", NATIONAL_DAY)).isEqualTo(DayKind.HOLIDAY);
        assertThat(kindAt("370827100001001", MAY_DAY)).isEqualTo(DayKind.WORKDAY);
        assertThat(kindAt("370826100001001", NATIONAL_DAY)).isEqualTo(DayKind.WORKDAY);
        assertThat(kindAt("370826100001001", MAY_DAY)).isEqualTo(DayKind.HOLIDAY);
    }

    private void told(Instant at, LocalDate... holidays) {
        told("370828", at, holidays);
    }

    private void told(String division, Instant at, LocalDate... holidays) {
        var days = List.of(holidays).stream()
                .map(date -> new SpecialDay(date, DayKind.HOLIDAY, "节"))
                .toList();
        var event = new Received<>(
                UUID.randomUUID(), new YearPublished(2018, days, division), at, "escalation.calendar", 0, null, null);
        transactions.run(now -> years.keepAll(List.of(event), now)).await().atMost(Duration.ofSeconds(10));
    }

    private DayKind kindOf(LocalDate date) {
        return kindAt(County.GRID, date);
    }

    private DayKind kindAt(String grid, LocalDate date) {
        return ((Answer.Day) on(grid, date)).kind();
    }

    private Answer on(LocalDate date) {
        return on(County.GRID, date);
    }

    private Answer on(String grid, LocalDate date) {
        return transactions
                .read(() -> years.since(date.atStartOfDay(ZoneOffset.UTC).toInstant(), new GridCode(grid)))
                .await()
                .atMost(Duration.ofSeconds(10))
                .on(date);
    }
}
