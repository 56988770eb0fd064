package cn.minyi5.routing.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.contracts.language.Refusal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever people try, in whatever order: an order has one holder, and always a way to its end. */
class WorkOrderWalkTest {

    private static final Set<State> WITH_A_DEPARTMENT =
            EnumSet.complementOf(EnumSet.of(State.AWAITING_DISPATCH, State.NOT_ACCEPTED));

    @Property(tries = 500)
    void everyWalkKeepsTheRules(
            @ForAll @Size(max = 60) List<Action> actions,
            @ForAll @Size(60) List<Answer> answers,
            @ForAll @Size(60) List<Boolean> late) {
        var order = Lives.opened();
        var now = Lives.NOON;
        for (int i = 0; i < actions.size(); i++) {
            now = now.plusSeconds(late.get(i) ? 30 * 3600 : 60);
            var next = tried(order, actions.get(i), answers.get(i), now);
            assertMovedProperly(order, next);
            assertOneHolder(next);
            assertWayOut(next);
            order = next;
        }
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
        assertThat(order.lead() != null).isEqualTo(WITH_A_DEPARTMENT.contains(order.state()));
        assertThat(order.state().holder() == State.Holder.NOBODY).isEqualTo(order.closedAt() != null);
        assertThat(order.reply() != null)
                .isEqualTo(EnumSet.of(State.REPLY_REVIEW, State.FOLLOW_UP, State.CLOSED)
                        .contains(order.state()));
    }

    private static void assertWayOut(WorkOrder from) {
        var seen = EnumSet.noneOf(State.class);
        var waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            var order = waiting.remove();
            if (order.state().isFinal()) {
                return;
            }
            if (seen.add(order.state())) {
                for (var action : Action.values()) {
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
