package cn.minyi5.escalation;

import static cn.minyi5.contracts.language.ClockKind.ARBITRATION;
import static cn.minyi5.contracts.language.ClockKind.REPLY;
import static cn.minyi5.contracts.language.ClockKind.REVIEW;
import static cn.minyi5.contracts.language.ClockKind.SIGN;
import static cn.minyi5.contracts.language.Rung.NOTICE;
import static cn.minyi5.contracts.language.Rung.RED;
import static cn.minyi5.contracts.language.Rung.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.ClockEvent.RungReached;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What desk and office decide: clocks of their own, in working hours. On a Friday of November 2022 it is four o'clock. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class DeskClocksTest {

    private static final Path NOTICES = Path.of("../deploy/county/src/main/resources/county/state-council-days.csv");
    private static final Instant FRIDAY = county("2022-11-04T16:00");
    private static final Instant MUCH_LATER = county("2022-12-30T16:00");

    @Inject
    EventTime eventTime;

    @BeforeEach
    void theYearIsLoadedAndNothingAfterThatFridayHasBeenVouchedFor() throws IOException {
        var csv = Files.readAllLines(NOTICES).stream()
                .filter(line -> line.startsWith("date") || line.startsWith("2022"))
                .collect(Collectors.joining("\n", "", "\n"));
        People.administrator()
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .put("/api/calendar/years/2022")
                .then()
                .statusCode(200);
        eventTime.passUntil(FRIDAY.minusSeconds(3600));
    }

    @Test
    void theDeskHasFourWorkingHoursToJudgeAReturnAndOnlyItHearsOfIt() {
        var story = dispatched().returnRequested(FRIDAY);

        eventTime.passUntil(county("2022-11-07T10:11:59"));
        assertThat(story.fired(REVIEW)).isEmpty();
        eventTime.passUntil(county("2022-11-07T10:12"));
        assertThat(story.fired(REVIEW)).containsExactly(REMINDER);
        eventTime.passUntil(county("2022-11-07T11:00"));
        assertThat(story.fired(REVIEW)).containsExactly(REMINDER, RED);
        eventTime.passUntil(MUCH_LATER);

        assertThat(story.fired(REVIEW)).as("no notice is issued to the desk").containsExactly(REMINDER, RED);
        assertThat(story.fired(REPLY)).as("the department is not alarmed").isEmpty();
        assertThat(dueAt(story, "REVIEW")).containsExactly(county("2022-11-07T11:00"));
    }

    @Test
    void everyReturnAndEveryReplyIsLookedAtByAClockOfItsOwnWhichTheDecisionStops() {
        var story = dispatched()
                .returnRequested(FRIDAY)
                .returnRejected(county("2022-11-04T16:30"))
                .replied(county("2022-11-04T17:00"))
                .replySentBack(county("2022-11-07T08:40"))
                .replied(county("2022-11-07T09:00"));

        eventTime.passUntil(MUCH_LATER);

        assertThat(states(story, "REVIEW")).containsExactly("STOPPED", "STOPPED", "RUNNING");
        assertThat(dueAt(story, "REVIEW"))
                .containsExactly(county("2022-11-07T11:00"), county("2022-11-07T12:00"), county("2022-11-07T15:00"));
        assertThat(story.rungs(REVIEW)).extracting(RungReached::rung).containsExactly(REMINDER, RED);
        assertThat(story.rungs(REVIEW))
                .extracting(rung -> rung.dueAt().toInstant())
                .containsOnly(county("2022-11-07T15:00"));
    }

    @Test
    void anAcceptedReturnVoidsTheDepartmentsClocksButTheDesksTimeIsTheDesks() {
        var story = dispatched().returnRequested(FRIDAY).returnAccepted(county("2022-11-07T14:30"));

        eventTime.passUntil(MUCH_LATER);

        assertThat(states(story, "SIGN")).containsExactly("ENDED");
        assertThat(states(story, "REPLY")).containsExactly("ENDED");
        assertThat(states(story, "REVIEW")).containsExactly("STOPPED");
        assertThat(story.fired(REVIEW)).containsExactly(REMINDER, RED);
        assertThat(ratesOf(story)).isZero();
    }

    @Test
    void aSecondReturnIsTheOfficesForTwoWorkingDaysAndNotTheDesks() {
        var story = dispatched()
                .returnRequested(FRIDAY)
                .returnRejected(county("2022-11-04T16:30"))
                .returnedAgain(county("2022-11-04T17:00"));

        eventTime.passUntil(county("2022-11-08T16:59:59"));
        assertThat(story.fired(ARBITRATION)).containsExactly(REMINDER);
        eventTime.passUntil(county("2022-11-08T17:00"));

        assertThat(story.fired(ARBITRATION)).containsExactly(REMINDER, RED);
        story.ruled(county("2022-11-09T09:00"));
        eventTime.passUntil(MUCH_LATER);
        assertThat(states(story, "ARBITRATION")).containsExactly("STOPPED");
        assertThat(states(story, "REVIEW")).containsExactlyInAnyOrder("STOPPED", "ENDED");
        assertThat(story.fired(REVIEW)).isEmpty();
        assertThat(story.fired(REPLY)).isEmpty();
    }

    @Test
    void aReplyThatIsHeardAfterItsAcceptanceGivesTheSameClock() {
        var story = dispatched().replyAccepted(county("2022-11-07T09:00")).replied(FRIDAY);

        eventTime.passUntil(MUCH_LATER);

        assertThat(states(story, "REVIEW")).containsExactly("STOPPED");
        assertThat(story.fired(REVIEW)).isEmpty();
        assertThat(story.fired(REPLY)).isEmpty();
        assertThat(ratesOf(story)).as("SIGN and REPLY, and not REVIEW").isEqualTo(2);
    }

    @Test
    void aWithdrawalStopsTheClocksOfDepartmentAndDeskAndWhatWasLateStaysLate() {
        var inTime =
                dispatched().signed(FRIDAY).replied(county("2022-11-04T17:00")).withdrawn(county("2022-11-07T09:00"));
        var late = dispatched().withdrawn(county("2022-11-04T17:00"));

        eventTime.passUntil(MUCH_LATER);

        assertThat(states(inTime, "REVIEW")).containsExactly("STOPPED");
        assertThat(inTime.fired(REVIEW)).isEmpty();
        assertThat(states(late, "SIGN")).containsExactly("STOPPED");
        assertThat(states(late, "REPLY")).containsExactly("STOPPED");
        assertThat(late.fired(SIGN)).contains(RED).doesNotContain(NOTICE);
        assertThat(late.fired(REPLY)).isEmpty();
        assertThat(ratesOf(late))
                .as("SIGN and REPLY count, for nothing is void")
                .isEqualTo(2);
    }

    @Test
    void whenAClockIsDueIsToldWhenItStartsAndWhenThatMoves() {
        var story = dispatched()
                .signed(FRIDAY)
                .replied(county("2022-11-04T17:00"))
                .replySentBack(county("2022-11-07T08:40"))
                .replied(county("2022-11-07T09:00"));

        eventTime.passUntil(county("2022-11-07T09:30"));

        assertThat(story.dueTimes(SIGN)).containsExactly(county("2022-11-04T16:50"));
        assertThat(story.dueTimes(REPLY))
                .as("while the desk looks at a reply no time passes for the department")
                .containsExactly(county("2022-11-06T15:50"), county("2022-11-09T07:30"));
        assertThat(story.dueTimes(REVIEW)).containsExactlyElementsOf(dueAt(story, "REVIEW"));
    }

    @Test
    void withoutACalendarOfTheYearNothingIsCountedAsPlainWeekdays() {
        var start = county("2017-11-03T16:00");
        eventTime.passUntil(start.minusSeconds(3600));
        var story = new Story("GS02", "ZJJ")
                .dispatched(start.minusSeconds(600))
                .returnRequested(start)
                .returnRejected(start.plusSeconds(600))
                .replied(start.plusSeconds(1200))
                .replyAccepted(start.plusSeconds(1800));

        eventTime.passUntil(start.plusSeconds(86400));

        assertThat(states(story, "REVIEW")).isEmpty();
        assertThat(states(story, "REPLY")).containsExactly("STOPPED");
    }

    private static Story dispatched() {
        return new Story("GS02", "ZJJ").dispatched(FRIDAY.minusSeconds(600));
    }

    /** In how many rates of being on time the order is. */
    private long ratesOf(Story story) {
        return eventTime.number(
                "select count(*) from evidence where figure like '%on-time-rate' and starts_with(subject, $1)",
                story.number);
    }

    private static List<String> states(Story story, String clock) {
        return story.clocks().extract().path("items.findAll { it.clock == '%s' }.state".formatted(clock));
    }

    private static List<Instant> dueAt(Story story, String clock) {
        var moments = story.clocks()
                .extract()
                .<List<String>>path("items.findAll { it.clock == '%s' }.dueAt".formatted(clock));
        return moments.stream()
                .map(moment -> OffsetDateTime.parse(moment).toInstant())
                .toList();
    }

    private static Instant county(String moment) {
        return OffsetDateTime.parse(moment + "+08:00").toInstant();
    }
}
