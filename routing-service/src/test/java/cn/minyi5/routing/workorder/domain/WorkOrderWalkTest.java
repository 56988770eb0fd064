package cn.minyi5.routing.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever people try, in whatever order, 100,000 steps of it: an order has one holder at a time, whose minutes add up to
 * its age, and always a way to its end.
 */
class WorkOrderWalkTest {

    private static final Set<State> WITH_A_DEPARTMENT =
            EnumSet.complementOf(EnumSet.of(State.AWAITING_DISPATCH, State.NOT_ACCEPTED));

    /** Of a hundred steps, so that walks get somewhere before their citizen gives up. */
    private static final int WITHDRAWALS = 2;

    private static final int STEPS = 100;

    /** What leads on; to withdraw would be a way out of everything. */
    private static final List<Action> ACTIONS = List.copyOf(EnumSet.complementOf(EnumSet.of(Action.WITHDRAW)));

    /** Where an order stands as far as its ways out depend on it. */
    private record Standing(State state, int returns, boolean ruled) {}

    private final Set<Standing> haveAWayOut = new HashSet<>();

    @Property(tries = 1000)
    void everyWalkKeepsTheRules(@ForAll Random random) {
        var walk = new Walk();
        for (int step = 0; step < STEPS; step++) {
            var next = tried(walk.order, anyAction(random), anyAnswer(random), walk.later(random));
            assertMovedProperly(walk.order, next);
            assertOneHolder(next);
            assertWayOut(next);
            walk.goOn(next);
            if (next.state().isFinal() && random.nextBoolean()) {
                walk = new Walk();
            }
        }
    }

    /** One order and in whose hands its minutes lay. */
    private static final class Walk {

        WorkOrder order = Lives.opened();
        Instant now = Lives.NOON;
        private Instant since = Lives.NOON;
        private final Map<State.Holder, Duration> minutes = new EnumMap<>(State.Holder.class);

        Instant later(Random random) {
            now = now.plusSeconds(random.nextInt(5) == 0 ? 30 * 3600 : random.nextInt(600));
            return now;
        }

        /** What the timeline's steps say, summed by holder, is the order's age. */
        void goOn(WorkOrder next) {
            if (next != order) {
                assertThat(now).isAfterOrEqualTo(since);
                minutes.merge(order.state().holder(), Duration.between(since, now), Duration::plus);
                since = now;
                order = next;
            }
            var held = minutes.values().stream().reduce(Duration.ZERO, Duration::plus);
            var end = order.closedAt() == null ? since : order.closedAt();
            assertThat(held).isEqualTo(Duration.between(order.origin().openedAt(), end));
            assertThat(minutes).doesNotContainKey(State.Holder.NOBODY);
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

    /** The order after the attempt: the same if it was refused. */
    private static WorkOrder tried(WorkOrder order, Action action, Answer answer, Instant now) {
        try {
            var to = Assignment.byPerson("d" + order.version(), List.of());
            return action == Action.OPEN
                    ? order
                    : Lives.take(action, order, to, answer, Lives.at(now)).order();
        } catch (Refusal refused) {
            assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            return order;
        }
    }

    private static void assertMovedProperly(WorkOrder before, WorkOrder after) {
        if (after != before) {
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(before.state().isFinal()).isFalse();
        }
        assertThat(after.origin()).isEqualTo(before.origin());
        assertThat(after.dispatches() - before.dispatches()).isBetween(0, 1);
        assertThat(after.round() - before.round()).isBetween(0, after.dispatches() - before.dispatches());
        assertThat(after.returns()).isLessThanOrEqualTo(2).isGreaterThanOrEqualTo(before.returns());
    }

    private static void assertOneHolder(WorkOrder order) {
        assertThat(order.state().holder() == State.Holder.NOBODY).isEqualTo(order.closedAt() != null);
        if (order.state() == State.WITHDRAWN) {
            // Wherever it was.
            return;
        }
        assertThat(order.lead() != null).isEqualTo(WITH_A_DEPARTMENT.contains(order.state()));
        assertThat(order.reply() != null)
                .isEqualTo(EnumSet.of(State.REPLY_REVIEW, State.FOLLOW_UP, State.CLOSED)
                        .contains(order.state()));
    }

    private void assertWayOut(WorkOrder from) {
        if (!haveAWayOut.add(new Standing(from.state(), from.returns(), from.ruled()))) {
            return;
        }
        var seen = EnumSet.noneOf(State.class);
        var waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            var order = waiting.remove();
            if (order.state().isFinal()) {
                return;
            }
            if (seen.add(order.state())) {
                for (var action : ACTIONS) {
                    var next = tried(order, action, Answer.YES, order.since());
                    if (next != order) {
                        waiting.add(next);
                    }
                }
            }
        }
        throw new AssertionError("no way out of " + from);
    }
}
