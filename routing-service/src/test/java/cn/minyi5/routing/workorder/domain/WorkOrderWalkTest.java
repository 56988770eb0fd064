package cn.minyi5.routing.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.WorkOrderDeferralEvent.Resumed;
import cn.minyi5.contracts.WorkOrderDeferralEvent.Suspended;
import cn.minyi5.contracts.WorkOrderDeferralEvent.WaitingBegan;
import cn.minyi5.contracts.WorkOrderDeferralEvent.WaitingEnded;
import cn.minyi5.contracts.WorkOrderEvent;
import cn.minyi5.contracts.WorkOrderEvent.Dispatched;
import cn.minyi5.contracts.WorkOrderEvent.Replied;
import cn.minyi5.contracts.WorkOrderEvent.ReplySentBack;
import cn.minyi5.contracts.WorkOrderEvent.Signed;
import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.workorder.domain.Transition.Happened;
import cn.minyi5.routing.workorder.domain.Transition.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * Whatever people try, in whatever order, 100,000 steps of it: an order has one holder at a time, whose minutes add up to
 * its age, its events start and stop what runs once, and it always has a way to its end.
 */
class WorkOrderWalkTest {

    private static final Set<State> WITHOUT_A_DEPARTMENT =
            EnumSet.of(State.AWAITING_DISPATCH, State.NOT_ACCEPTED, State.MERGED, State.FORWARDED_OUT);

    /** From what is over for everybody but the citizen and the rules. */
    private static final Map<State, Set<State>> WAYS_BACK = Map.of(
            State.CLOSED,
            EnumSet.of(State.AWAITING_SIGN, State.AWAITING_DISPATCH),
            State.MERGED,
            EnumSet.of(State.AWAITING_DISPATCH, State.WITHDRAWN));

    /** Of a hundred steps, so that walks get somewhere before their citizen gives up. */
    private static final int WITHDRAWALS = 2;

    private static final int STEPS = 100;

    /** What leads on; to withdraw would be a way out of everything. */
    private static final List<Action> ACTIONS =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Action.WITHDRAW, Action.OPEN)));

    /** Where an order stands as far as its ways out depend on it. */
    private record Standing(
            State state,
            Dispute dispute,
            boolean waiting,
            boolean asking,
            boolean proposing,
            boolean led,
            List<AssistingPart.Standing> parts) {

        static Standing of(WorkOrder order) {
            var deferral = order.deferral();
            return new Standing(
                    order.state(),
                    order.dispute(),
                    deferral.isWaiting(),
                    deferral.isAskingForMoreTime(),
                    deferral.suspension() != null,
                    order.lead() != null,
                    order.parts().all().stream().map(AssistingPart::standing).toList());
        }
    }

    private final Set<Standing> haveAWayOut = new HashSet<>();

    @Property(tries = 1000)
    void everyWalkKeepsTheRules(@ForAll Random random) {
        var walk = new Walk();
        for (int step = 0; step < STEPS; step++) {
            var before = walk.order;
            walk.go(anyAction(random), anyAnswer(random), random);
            assertMovedProperly(before, walk.order);
            assertOneHolder(walk.order);
            assertWayOut(walk.order);
            if (walk.order.state().isFinal() && random.nextBoolean()) {
                walk.assertEventsAreConsistent();
                walk = new Walk();
            }
        }
        walk.assertEventsAreConsistent();
    }

    /** One order, and all that was told of it. */
    private static final class Walk {

        private final List<TimelineEntry> timeline = new ArrayList<>();
        private final List<Happened> events = new ArrayList<>();
        private WorkOrder order = Lives.opened();
        private Instant now = Lives.NOON;

        Walk() {
            keep(Lives.take(Action.OPEN, order, Lives.toWater(), Answer.YES, Lives.DEED));
        }

        void go(Action action, Answer answer, Random random) {
            now = now.plusSeconds(random.nextInt(5) == 0 ? 30 * 3600 : random.nextInt(600));
            var parties = action == Action.UNMERGE ? Set.of(Party.SYSTEM) : Lives.DEED.as();
            var allowed = order.allowed(parties, now, Lives.WINDOWS).contains(action);
            var taken = tried(order, action, answer, now);
            assertThat(taken != null).as("%s of %s", action, order).isEqualTo(allowed);
            if (taken != null) {
                keep(taken);
            }
            assertEveryMomentIsSomebodys();
        }

        private void keep(Transition taken) {
            timeline.addAll(taken.timeline());
            events.addAll(taken.events());
            order = taken.order();
        }

        /** From its opening on without a gap, the last of them being who has it now; and that is the order's age. */
        private void assertEveryMomentIsSomebodys() {
            var end = order.closedAt() == null ? now : order.closedAt();
            var held = Holdings.of(timeline, now);
            var until = order.origin().openedAt();
            var age = Duration.ZERO;
            for (var one : held) {
                assertThat(one.from()).isEqualTo(until);
                age = age.plus(Duration.between(one.from(), one.to()));
                until = one.to();
            }
            assertThat(age).isEqualTo(Duration.between(order.origin().openedAt(), end));
            if (order.closedAt() == null
                    && order.since().isBefore(now)
                    && timeline.get(timeline.size() - 1).at().isBefore(now)) {
                assertThat(held.get(held.size() - 1).holder()).isEqualTo(order.holder());
                assertThat(held.get(held.size() - 1).holder()).isNotEqualTo(State.Holder.NOBODY);
            }
        }

        /** Each dispatch starts its clocks once, is signed once at most, and what pauses goes on before it pauses again. */
        private void assertEventsAreConsistent() {
            assertThat(events)
                    .extracting(Happened::sequence)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(of(Dispatched.class))
                    .map(Dispatched::dispatchNo)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(of(Dispatched.class)).hasSize(order.dispatches());
            assertThat(of(Signed.class)).map(Signed::dispatchNo).doesNotHaveDuplicates();
            assertThat(of(WaitingBegan.class).stream().filter(told -> told.dispatchNo() == order.dispatches()))
                    .hasSizeLessThanOrEqualTo(2);
            assertAlternate(
                    WaitingBegan.class, WaitingEnded.class, order.deferral().isWaiting());
            assertAlternate(Suspended.class, Resumed.class, order.state() == State.SUSPENDED);
            assertThat(of(ReplySentBack.class).size())
                    .isLessThanOrEqualTo(of(Replied.class).size());
        }

        /** Who withdraws ends everything, and nothing more is said of it. */
        private void assertAlternate(
                Class<? extends WorkOrderEvent> begin, Class<? extends WorkOrderEvent> end, boolean runs) {
            var running = false;
            for (var told : events) {
                if (begin.isInstance(told.event()) || end.isInstance(told.event())) {
                    assertThat(begin.isInstance(told.event())).as("%s", told).isNotEqualTo(running);
                    running = !running;
                }
            }
            if (order.state() != State.WITHDRAWN) {
                assertThat(running).isEqualTo(runs);
            }
        }

        private <E extends WorkOrderEvent> List<E> of(Class<E> type) {
            return events.stream()
                    .map(Happened::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }

    private static Action anyAction(Random random) {
        if (random.nextInt(100) < WITHDRAWALS) {
            return Action.WITHDRAW;
        }
        return ACTIONS.get(random.nextInt(ACTIONS.size()));
    }

    private static Answer anyAnswer(Random random) {
        return Answer.values()[random.nextInt(Answer.values().length)];
    }

    /** Null if it was refused. */
    private static @Nullable Transition tried(WorkOrder order, Action action, Answer answer, Instant now) {
        try {
            var to = Assignment.byPerson("d" + order.version(), List.of(Lives.ROADS));
            return Lives.take(action, order, to, answer, Lives.at(now));
        } catch (Refusal refused) {
            assertThat(refused.kind()).as(refused.code()).isEqualTo(Refusal.Kind.CONFLICT);
            return null;
        }
    }

    private static void assertMovedProperly(WorkOrder before, WorkOrder after) {
        if (after != before) {
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(before.state().isFinal())
                    .isEqualTo(WAYS_BACK.getOrDefault(before.state(), Set.of()).contains(after.state()));
        }
        assertThat(after.origin()).isEqualTo(before.origin());
        assertThat(after.dispatches() - before.dispatches()).isBetween(0, 1);
        assertThat(after.round() - before.round()).isBetween(0, 1);
        assertThat(after.dispute().returns())
                .isLessThanOrEqualTo(2)
                .isGreaterThanOrEqualTo(before.dispute().returns());
    }

    private static void assertOneHolder(WorkOrder order) {
        assertThat(order.holder() == State.Holder.NOBODY).isEqualTo(order.closedAt() != null);
        assertThat(order.holder() == State.Holder.CITIZEN)
                .isEqualTo(order.deferral().isWaiting());
        assertThat(order.parent() != null).isEqualTo(order.state() == State.MERGED);
        if (order.state() == State.WITHDRAWN) {
            // Wherever it was.
            return;
        }
        if (order.forwarding() == null) {
            assertThat(order.lead() == null).isEqualTo(WITHOUT_A_DEPARTMENT.contains(order.state()));
        } else {
            assertThat(order.lead()).isNull();
            assertThat(order.state()).isIn(State.FORWARDED_OUT, State.FOLLOW_UP, State.CLOSED);
        }
        assertThat(order.reply() != null)
                .isEqualTo(EnumSet.of(State.REPLY_REVIEW, State.FOLLOW_UP, State.CLOSED)
                        .contains(order.state()));
        if (order.state() != State.IN_PROGRESS) {
            assertThat(order.deferral().isAskingForMoreTime()).isFalse();
            assertThat(order.deferral().suspension() != null).isEqualTo(order.state() == State.SUSPENDED);
        }
    }

    private void assertWayOut(WorkOrder from) {
        if (!haveAWayOut.add(Standing.of(from))) {
            return;
        }
        var seen = new HashSet<Standing>();
        var waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            var order = waiting.remove();
            if (order.state().isFinal()) {
                return;
            }
            if (seen.add(Standing.of(order))) {
                for (var action : ACTIONS) {
                    var next = tried(order, action, Answer.YES, order.since());
                    if (next != null) {
                        waiting.add(next.order());
                    }
                }
            }
        }
        throw new AssertionError("no way out of " + from);
    }
}
