package cn.minyi5.escalation;

import static cn.minyi5.contracts.language.ClockKind.REPLY;
import static cn.minyi5.contracts.language.ClockKind.SIGN;
import static cn.minyi5.contracts.language.Rung.NOTICE;
import static cn.minyi5.contracts.language.Rung.RED;
import static cn.minyi5.contracts.language.Rung.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cn.minyi5.contracts.ClockEvent.RungReached;
import cn.minyi5.contracts.NoticeEvent;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.testing.Events;
import cn.minyi5.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class FiringTest {

    private static final String DEPARTMENT = "ZJJ";

    @Inject
    EventTime eventTime;

    private Instant start;

    /** Another test may have vouched for a later moment; what is told after a watermark must have happened after it. */
    @BeforeEach
    void nothingAfterNowHasBeenVouchedFor() {
        start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        eventTime.passUntil(start.minusMillis(1));
    }

    @Test
    void nobodySignsAndOneReminderOneRedAndOneNoticeFollowInThatOrder() {
        var story = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT).dispatched(start);

        eventTime.passUntil(second(0.9));
        assertThat(story.fired(SIGN)).isEmpty();
        eventTime.passUntil(second(1));
        assertThat(story.fired(SIGN)).containsExactly(REMINDER);
        eventTime.passUntil(second(2.9));
        assertThat(story.fired(SIGN)).containsExactly(REMINDER, RED);
        eventTime.passUntil(second(100));

        assertThat(story.fired(SIGN)).containsExactly(REMINDER, RED, NOTICE);
        assertThat(story.rungs(SIGN)).extracting(RungReached::rungAt).satisfies(moments -> assertThat(
                        moments.stream().map(m -> m.toInstant()))
                .containsExactly(second(1), second(2), second(3)));
        assertThat(story.rungs(SIGN)).allSatisfy(rung -> {
            assertThat(rung.dueAt().toInstant()).isEqualTo(second(2));
            assertThat(rung.department()).isEqualTo(DEPARTMENT);
            assertThat(rung.lateNoticed()).isFalse();
        });
        assertThat(noticesOf(story)).hasSize(1);
    }

    @Test
    void anOrderSignedInTimeYieldsNothingAlsoWhenTheEventsArriveLongAfter() {
        var category = Policies.ofSeconds("SIGN");
        var dayBefore = start.minus(Duration.ofDays(1));
        eventTime.passUntil(dayBefore.minusMillis(1));
        var inTime = new Story(category, DEPARTMENT).dispatched(dayBefore).signed(dayBefore.plusSeconds(2));
        var late = new Story(category, DEPARTMENT).dispatched(dayBefore);

        eventTime.passUntil(start);

        assertThat(inTime.fired(SIGN)).isEmpty();
        assertThat(noticesOf(inTime)).isEmpty();
        assertThat(late.fired(SIGN)).containsExactly(REMINDER, RED, NOTICE);
        assertThat(late.rungs(SIGN)).allMatch(RungReached::lateNoticed);
    }

    @Test
    void aSignatureThatIsStillOnItsWayHoldsTheFireUntilTheWatermarkBehindIt() {
        var story = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT).dispatched(start);
        // The broker was away: real time runs past all rungs, and nothing more is vouched for.
        eventTime.passUntil(second(0.5));
        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        assertThat(story.fired(SIGN)).isEmpty();

        story.signed(second(0.8));
        eventTime.passUntil(second(60));

        assertThat(story.fired(SIGN)).isEmpty();
        story.clocks().body("items.find { it.clock == 'SIGN' }.state", equalTo("STOPPED"));
    }

    @Test
    void withoutAWatermarkItHoldsItsFireAndSaysThatItIsBlind() {
        eventTime.passUntil(start.minus(Duration.ofHours(1)));
        var story = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT).dispatched(start.minus(Duration.ofMinutes(50)));
        eventTime.settle();

        People.supervisor().get("/api/blindness").then().statusCode(200).body("blind", equalTo(true));
        assertThat(story.fired(SIGN)).isEmpty();

        eventTime.passUntil(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        People.supervisor().get("/api/blindness").then().body("blind", equalTo(false));
        assertThat(story.fired(SIGN)).containsExactly(REMINDER, RED, NOTICE);
    }

    @Test
    void anOrderSignedLateStillGetsWhatCameBeforeTheSignatureAndItIsCalledLateNoticed() {
        var story = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT)
                .dispatched(start)
                .signed(second(2.5));

        eventTime.passUntil(second(60));

        assertThat(story.fired(SIGN)).containsExactly(REMINDER, RED);
        assertThat(story.rungs(SIGN)).allMatch(RungReached::lateNoticed);
        assertThat(noticesOf(story)).isEmpty();
    }

    @Test
    void aReplySentBackRunsOnAndWhatHasFiredDoesNotFireAgain() {
        var story = new Story(Policies.ofSeconds("REPLY"), DEPARTMENT)
                .dispatched(start)
                .signed(second(0.1));
        eventTime.passUntil(second(1.2));
        story.replied(second(1.5));
        eventTime.passUntil(second(10));
        assertThat(story.fired(REPLY)).containsExactly(REMINDER);

        story.replySentBack(second(11.5));
        eventTime.passUntil(second(11.9));
        assertThat(story.fired(REPLY)).containsExactly(REMINDER);
        eventTime.passUntil(second(12));
        assertThat(story.fired(REPLY)).containsExactly(REMINDER, RED);

        story.replied(second(12.5));
        eventTime.passUntil(second(60));
        assertThat(story.fired(REPLY)).containsExactly(REMINDER, RED);
        story.clocks().body("items.find { it.clock == 'REPLY' }.light", equalTo("RED"));
    }

    @Test
    void anAcceptedReturnEndsTheRunWithoutBlameAndTheNextDispatchStartsAnotherOne() {
        var story = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT)
                .dispatched(start)
                .returnRequested(second(0.3))
                .returnAccepted(second(0.6))
                .dispatchedTo("SLJ", second(5));

        eventTime.passUntil(second(6.5));

        assertThat(story.rungs(SIGN)).singleElement().satisfies(rung -> {
            assertThat(rung.rung()).isEqualTo(REMINDER);
            assertThat(rung.dispatchNo()).isEqualTo(2);
            assertThat(rung.department()).isEqualTo("SLJ");
        });
    }

    @Test
    void aRulingEndsTheRunBeforeItButNotTheOneThatStartsWithIt() {
        var story = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT)
                .dispatched(start)
                .ruled(second(0.5))
                .dispatchedTo("SLJ", second(0.5));

        eventTime.passUntil(second(60));

        assertThat(story.rungs(SIGN)).extracting(RungReached::dispatchNo).containsExactly(2, 2, 2);
    }

    @Test
    void aReturnCountsAsSignatureAndItsRejectionLongAfterTheHourDoesNotMoveThat() {
        var story = new Story(Policies.ofSeconds("SIGN"), DEPARTMENT)
                .dispatched(start)
                .returnRequested(second(1.5))
                .returnRejected(second(30));

        eventTime.passUntil(second(60));

        assertThat(story.fired(SIGN)).isEmpty();
        var stoppedAt = story.clocks().extract().<String>path("items.find { it.clock == 'SIGN' }.stoppedAt");
        assertThat(OffsetDateTime.parse(stoppedAt).toInstant()).isEqualTo(second(1.5));
    }

    @Test
    void whileTheDeskHasAReturnNoRungOfTheReplyFiresAndWhatWasPassedFiresWhenItIsRejected() {
        var story = new Story(Policies.ofSeconds("REPLY"), DEPARTMENT)
                .dispatched(start)
                .returnRequested(second(0.5));

        eventTime.passUntil(second(2.5));
        assertThat(story.fired(REPLY)).isEmpty();
        story.returnRejected(second(2.6));
        eventTime.passUntil(second(2.7));
        assertThat(story.fired(REPLY)).containsExactly(REMINDER, RED);
        eventTime.passUntil(second(100));

        assertThat(story.fired(REPLY)).containsExactly(REMINDER, RED, NOTICE);
        assertThat(story.rungs(REPLY))
                .extracting(rung -> rung.rungAt().toInstant())
                .containsExactly(second(2.6), second(2.6), second(3));
        assertThat(story.rungs(REPLY))
                .extracting(rung -> rung.dueAt().toInstant())
                .containsOnly(second(2));
        story.clocks().body("items.find { it.clock == 'REPLY' }.rungs.rung", contains("REMINDER", "RED", "NOTICE"));
    }

    @Test
    void whatARulingEndsFiresNothingHoweverLongTheOfficeHadIt() {
        var story = new Story(Policies.ofSeconds("REPLY"), DEPARTMENT)
                .dispatched(start)
                .returnRequested(second(0.2))
                .returnRejected(second(0.4))
                .returnRequested(second(0.6))
                .ruled(second(50))
                .dispatchedTo("SLJ", second(50));

        eventTime.passUntil(second(50.5));

        assertThat(story.fired(REPLY)).isEmpty();
    }

    @Test
    void historyAlarmsNobody() {
        var dayBefore = start.minus(Duration.ofDays(1));
        var story = Story.imported(Policies.ofSeconds("SIGN"), DEPARTMENT, Story.GRID)
                .dispatched(dayBefore)
                .signed(dayBefore.plusSeconds(50))
                .replied(dayBefore.plusSeconds(60));

        eventTime.passUntil(start);

        assertThat(Events.of(RungReached.class, story.id.toString())).isEmpty();
        story.clocks()
                .body("items.find { it.clock == 'SIGN' }.light", equalTo("RED"))
                .body("items.find { it.clock == 'SIGN' }.rungs", empty());
    }

    @Test
    void whatWasPassedBeforeTheCutOverStaysSilentAndWhatComesAfterItFires() {
        var dayBefore = start.minus(Duration.ofDays(1));
        var cutOver = dayBefore.plusMillis(1500);
        var story = Story.imported(Policies.ofSeconds("SIGN"), DEPARTMENT, Story.GRID)
                .dispatched(dayBefore)
                .wentLive(cutOver);

        eventTime.passUntil(start);

        assertThat(story.fired(SIGN)).as("the reminder came before").containsExactly(RED, NOTICE);
        assertThat(noticesOf(story)).hasSize(1);
    }

    @Test
    void aRoundAfterTheCutOverIsAsRealAsAnyOther() {
        var story = Story.imported(Policies.ofSeconds("SIGN"), DEPARTMENT, Story.GRID)
                .dispatched(start.minus(Duration.ofDays(2)))
                .wentLive(start.minus(Duration.ofDays(1)));
        eventTime.passUntil(start);
        assertThat(story.fired(SIGN)).isEmpty();

        story.reworked(Answer.NO, start.plusMillis(1));
        eventTime.passUntil(second(60));

        assertThat(story.fired(SIGN)).containsExactly(REMINDER, RED, NOTICE);
    }

    private static List<NoticeEvent.Issued> noticesOf(Story story) {
        return Events.of(NoticeEvent.Issued.class).stream()
                .map(Events.Heard::event)
                .filter(notice -> notice.workOrderId().equals(story.id))
                .toList();
    }

    private Instant second(double second) {
        return start.plusMillis(Math.round(second * 1000));
    }
}
