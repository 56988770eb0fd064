package cn.minyi5.escalation.clock.domain;

import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.ENDED;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.HELD;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.RAN_ON;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.RELEASED;
import static cn.minyi5.escalation.clock.domain.ClockTurn.Kind.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.ClockKind;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.policy.domain.PolicyTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * 100,000 steps through the lives of work orders as DOMAIN §4 has them, looked at whenever: no rung of a department's
 * clock comes at a moment at which the department does not hold the order, and none comes twice.
 */
class HeldOrderWalkTest {

    private static final Instant NOON = Instant.parse("2021-09-05T04:00:00Z");
    private static final int STEPS = 100;
    private static final Map<ClockKind, PolicyTerms> TERMS = Map.of(
            ClockKind.SIGN, new PolicyTerms(Duration.ofHours(1), new BigDecimal("0.2"), Duration.ofHours(1)),
            ClockKind.REPLY, new PolicyTerms(Duration.ofDays(2), new BigDecimal("0.2"), Duration.ofDays(1)));

    private enum State {
        TO_SIGN,
        IN_PROGRESS,
        RETURNED,
        REPLIED,
        AT_THE_DESK
    }

    /** From a moment on the department of a dispatch has the order, or somebody else has. */
    private record Held(Instant from, int byDispatch) {}

    private static final int BY_SOMEBODY_ELSE = 0;

    @Property(tries = 1000)
    void noRungComesAtADepartmentThatDoesNotHoldTheOrder(@ForAll Random random) {
        var walk = new Walk();
        for (int step = 0; step < STEPS; step++) {
            walk.now = walk.now.plusSeconds(1 + random.nextInt(random.nextInt(4) == 0 ? 100_000 : 2_000));
            if (random.nextInt(3) == 0) {
                walk.look();
            } else {
                walk.go(random.nextInt(3));
            }
        }
        walk.look();
    }

    private static final class Walk {

        private Instant now = NOON;
        private State state = State.AT_THE_DESK;
        private int dispatchNo;
        private final Map<ClockKind, ClockRun> current = new EnumMap<>(ClockKind.class);
        private final List<ClockRun> before = new ArrayList<>();
        private final List<Held> holders = new ArrayList<>(List.of(new Held(NOON, BY_SOMEBODY_ELSE)));
        private final Set<String> fired = new HashSet<>();

        void go(int choice) {
            switch (state) {
                case AT_THE_DESK -> dispatch();
                case TO_SIGN -> {
                    turn(ClockKind.SIGN, STOPPED);
                    if (choice == 0) {
                        turn(ClockKind.REPLY, HELD);
                        moved(State.RETURNED);
                    } else {
                        moved(State.IN_PROGRESS);
                    }
                }
                case IN_PROGRESS -> {
                    turn(ClockKind.REPLY, choice == 0 ? HELD : STOPPED);
                    moved(choice == 0 ? State.RETURNED : State.REPLIED);
                }
                case RETURNED -> {
                    if (choice == 0) {
                        turn(ClockKind.SIGN, ENDED);
                        turn(ClockKind.REPLY, ENDED);
                        moved(State.AT_THE_DESK);
                    } else {
                        turn(ClockKind.REPLY, RELEASED);
                        moved(State.IN_PROGRESS);
                    }
                }
                case REPLIED -> {
                    if (choice == 0) {
                        turn(ClockKind.REPLY, RAN_ON);
                        moved(State.IN_PROGRESS);
                    } else {
                        // Accepted, not solved: the next round.
                        dispatch();
                    }
                }
            }
        }

        /** Everything up to now is known. */
        void look() {
            before.replaceAll(this::climbed);
            current.replaceAll((kind, run) -> climbed(run));
        }

        private ClockRun climbed(ClockRun run) {
            var climb = run.climb(now, now, Duration.ofMinutes(5));
            for (var rung : climb.fired()) {
                assertThat(fired.add(run.id() + " " + rung.rung()))
                        .as("each rung once")
                        .isTrue();
                assertThat(rung.rungAt()).isBeforeOrEqualTo(now);
                assertThat(holderAt(rung.rungAt()))
                        .as("%s of %s at %s, held as %s", rung.rung(), run.kind(), rung.rungAt(), holders)
                        .isEqualTo(run.order().dispatchNo());
            }
            assertThat(climb.after().fired()).extracting(FiredRung::rung).isSortedAccordingTo(Rung::compareTo);
            return climb.after();
        }

        private void dispatch() {
            before.addAll(current.values());
            dispatchNo++;
            for (var kind : TERMS.keySet()) {
                var order = new ClockedOrder(
                        new UUID(0, 1), "2021-000001", dispatchNo, 1, "370828101001001", "GS02", false, "ZJJ", false);
                var clock = SlaClock.start(TERMS.get(kind), now);
                current.put(kind, new ClockRun(UUID.randomUUID(), order, kind, 0, new UUID(0, 2), clock, List.of()));
            }
            moved(State.TO_SIGN);
        }

        private void turn(ClockKind kind, ClockTurn.Kind turn) {
            current.computeIfPresent(kind, (same, run) -> run.turn(turn, now));
        }

        private void moved(State to) {
            state = to;
            var department = to == State.TO_SIGN || to == State.IN_PROGRESS;
            holders.add(new Held(now, department ? dispatchNo : BY_SOMEBODY_ELSE));
        }

        private int holderAt(Instant moment) {
            return holders.stream()
                    .filter(held -> !held.from().isAfter(moment))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .byDispatch();
        }
    }
}
