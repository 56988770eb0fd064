package cn.minyi5.escalation.clock.domain;

import static cn.minyi5.contracts.language.Rung.NOTICE;
import static cn.minyi5.contracts.language.Rung.RED;
import static cn.minyi5.contracts.language.Rung.REMINDER;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.ENDED;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.HELD;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.LIVE;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.RAN_ON;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.RELEASED;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.EscalationLadder.RungAhead;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EscalationLadderTest {

    private static final Instant NINE = Instant.parse("2021-09-05T01:00:00Z");
    private static final SlaClock SIGN =
            SlaClock.start(new PolicyTerms(Duration.ofHours(1), new BigDecimal("0.2"), Duration.ofHours(1)), NINE);

    @Test
    void aRunningClockHasReminderRedAndNoticeBeforeIt() {
        assertThat(ahead(SIGN))
                .containsExactly(
                        new RungAhead(REMINDER, minute(48)),
                        new RungAhead(RED, minute(60)),
                        new RungAhead(NOTICE, minute(120)));
    }

    @Test
    void aClockStoppedInTimeHasNoneAlsoNotTheReminderItPassed() {
        assertThat(ahead(SIGN.turn(STOPPED, minute(59)))).isEmpty();
        assertThat(ahead(SIGN.turn(STOPPED, minute(60)))).isEmpty();
    }

    @Test
    void aClockStoppedLateHasWhatCameBeforeTheStop() {
        assertThat(ahead(SIGN.turn(STOPPED, minute(61))))
                .extracting(RungAhead::rung)
                .containsExactly(REMINDER, RED);
        assertThat(ahead(SIGN.turn(STOPPED, minute(120))))
                .extracting(RungAhead::rung)
                .containsExactly(REMINDER, RED);
        assertThat(ahead(SIGN.turn(STOPPED, minute(121))))
                .extracting(RungAhead::rung)
                .containsExactly(REMINDER, RED, NOTICE);
    }

    @Test
    void aRunThatEndedWithoutBlameHasNone() {
        assertThat(ahead(SIGN.turn(ENDED, minute(500)))).isEmpty();
    }

    @Test
    void noRungComesWhileDeskOrOfficeHasTheOrderButThoseFromBeforeTheReturn() {
        assertThat(ahead(SIGN.turn(HELD, minute(30)))).isEmpty();
        assertThat(ahead(SIGN.turn(HELD, minute(48))))
                .as("returned at the very moment of the reminder")
                .isEmpty();
        assertThat(ahead(SIGN.turn(HELD, minute(49)))).containsExactly(new RungAhead(REMINDER, minute(48)));
    }

    @Test
    void whatWasPassedMeanwhileComesWhenTheReturnIsRejected() {
        assertThat(ahead(SIGN.turn(HELD, minute(30)).turn(RELEASED, minute(90))))
                .containsExactly(
                        new RungAhead(REMINDER, minute(90)),
                        new RungAhead(RED, minute(90)),
                        new RungAhead(NOTICE, minute(120)));
    }

    @Test
    void whatWasPassedMeanwhileIsMootWhenTheReturnIsAccepted() {
        assertThat(ahead(SIGN.turn(HELD, minute(30)).turn(ENDED, minute(90)))).isEmpty();
    }

    @Test
    void whatHasFiredDoesNotComeAgainWhenAReplyIsSentBack() {
        var sentBack = SIGN.turn(STOPPED, minute(50)).turn(RAN_ON, minute(80));

        assertThat(EscalationLadder.ahead(sentBack, Set.of(REMINDER)))
                .containsExactly(new RungAhead(RED, minute(90)), new RungAhead(NOTICE, minute(150)));
    }

    @Test
    void aRungThatCameBeforeThePauseIsNotMovedByIt() {
        var sentBack = SIGN.turn(STOPPED, minute(70)).turn(RAN_ON, minute(100));

        assertThat(EscalationLadder.ahead(sentBack, Set.of(REMINDER)))
                .containsExactly(new RungAhead(RED, minute(60)), new RungAhead(NOTICE, minute(150)));
    }

    @Test
    void historyHasNoRungsBeforeIt() {
        assertThat(run(SIGN, true).ahead()).isEmpty();
        assertThat(run(SIGN, true).nextRungAt()).isEmpty();
        assertThat(run(SIGN, false).nextRungAt()).contains(minute(48));
    }

    @Test
    void noNoticeIsIssuedToDeskOrOffice() {
        assertThat(run(SIGN, ClockKind.REVIEW, false).ahead())
                .extracting(RungAhead::rung)
                .containsExactly(REMINDER, RED);
        assertThat(run(SIGN, ClockKind.ARBITRATION, false).ahead())
                .extracting(RungAhead::rung)
                .containsExactly(REMINDER, RED);
    }

    @Test
    void nothingIsDueBeyondTheMomentUpToWhichAllIsKnown() {
        assertThat(run(SIGN, false).dueBy(minute(48).minusMillis(1))).isEmpty();
        assertThat(run(SIGN, false).dueBy(minute(48)))
                .extracting(RungAhead::rung)
                .containsExactly(REMINDER);
        assertThat(run(SIGN, false).dueBy(minute(300))).hasSize(3);
    }

    /** The service looks whenever it likes; what it fires in the end is what a service that never slept would have. */
    @Property
    void howOftenItIsLookedDoesNotChangeWhatFires(
            @ForAll @Size(max = 6) List<@IntRange(max = 200) Integer> looks,
            @ForAll @IntRange(max = 200) int signedAt) {
        var watched = new ArrayList<Rung>();
        var run = run(SIGN, false);
        for (int minute = 0; minute <= 200; minute++) {
            var stopped = signedAt <= minute ? run.turn(STOPPED, minute(signedAt)) : run;
            for (var step : looks.contains(minute) ? stopped.dueBy(minute(minute)) : List.<RungAhead>of()) {
                watched.add(step.rung());
                run = run.fire(List.of(new FiredRung(step.rung(), step.at(), minute(minute), false)));
            }
        }
        run.turn(STOPPED, minute(signedAt)).dueBy(minute(200)).forEach(step -> watched.add(step.rung()));

        assertThat(watched).isSorted().doesNotHaveDuplicates();
        if (signedAt > 60) {
            assertThat(EnumSet.copyOf(watched))
                    .isEqualTo(signedAt > 120 ? EnumSet.allOf(Rung.class) : EnumSet.of(REMINDER, RED));
        } else {
            assertThat(watched).doesNotContain(RED, NOTICE);
        }
    }

    /** Returned and perhaps rejected at any moment, looked at whenever: each rung once, none while it is away. */
    @Property
    void noRungFiresWhileTheOrderIsAwayAndNoneIsLostByIt(
            @ForAll @Size(max = 6) List<@IntRange(max = 200) Integer> looks,
            @ForAll @IntRange(max = 200) int returnedAt,
            @ForAll @IntRange(max = 300) int away) {
        var backAt = returnedAt + away;
        var watched = new ArrayList<RungAhead>();
        var run = run(SIGN, false);
        for (int minute = 0; minute <= 200; minute++) {
            var known = returnedAt <= minute ? run.turn(HELD, minute(returnedAt)) : run;
            known = backAt <= minute ? known.turn(RELEASED, minute(backAt)) : known;
            for (var step :
                    looks.contains(minute) || minute == 200 ? known.dueBy(minute(minute)) : List.<RungAhead>of()) {
                watched.add(step);
                run = run.fire(List.of(new FiredRung(step.rung(), step.at(), minute(minute), false)));
            }
        }

        var expected = new ArrayList<RungAhead>();
        Map.of(48, REMINDER, 60, RED, 120, NOTICE).forEach((reached, rung) -> {
            var isAway = returnedAt <= reached && reached < backAt;
            if (!isAway || backAt <= 200) {
                expected.add(new RungAhead(rung, minute(isAway ? backAt : reached)));
            }
        });
        assertThat(watched).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(watched).extracting(RungAhead::rung).isSorted();
    }

    @Property
    void ofHistoryOnlyWhatComesFromTheCutOverOnIsAhead(@ForAll @IntRange(max = 200) int cutOver) {
        var history = run(SIGN, true);

        assertThat(history.ahead()).isEmpty();
        assertThat(history.turn(LIVE, minute(cutOver)).ahead())
                .containsExactlyElementsOf(run(SIGN, false).ahead().stream()
                        .filter(rung -> !rung.at().isBefore(minute(cutOver)))
                        .toList());
        assertThat(history.turn(LIVE, minute(cutOver)).clock().dueAt()).isEqualTo(SIGN.dueAt());
    }

    private static List<RungAhead> ahead(SlaClock clock) {
        return EscalationLadder.ahead(clock, Set.of());
    }

    private static ClockRun run(SlaClock clock, boolean imported) {
        return run(clock, ClockKind.SIGN, imported);
    }

    private static ClockRun run(SlaClock clock, ClockKind kind, boolean imported) {
        var order = new ClockedOrder(
                UUID.randomUUID(), "2021-000001", 1, 1, "370828101001001", "GS02", false, "ZJJ", imported);
        return new ClockRun(UUID.randomUUID(), order, kind, 0, UUID.randomUUID(), clock, List.of());
    }

    private static Instant minute(long minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
