package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Answer;
import cn.minyi5.routing.workorder.domain.State.Holder;
import cn.minyi5.routing.workorder.domain.Transition.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands an order lay, as its timeline tells it: from its opening until now, or until its end, each moment in
 * exactly one's (DOMAIN §5). What lay closed until it was opened again lay in nobody's.
 */
public final class Holdings {

    /**
     * @param department of the lead, and of whom the lead waited for or suspended it; null with the others
     * @param to excluded
     */
    public record Held(Holder holder, @Nullable String department, Instant from, Instant to) {}

    private final List<Held> held = new ArrayList<>();
    private State state = State.AWAITING_DISPATCH;
    private boolean waits;
    private boolean returned;
    private @Nullable String lead;

    private Holdings() {}

    /** @param timeline the oldest first */
    public static List<Held> of(List<TimelineEntry> timeline, Instant now) {
        var holdings = new Holdings();
        for (int n = 0; n < timeline.size(); n++) {
            var isLast = n + 1 == timeline.size();
            holdings.take(timeline.get(n));
            if (!isLast || !holdings.state.isFinal()) {
                holdings.hold(
                        timeline.get(n).at(), isLast ? now : timeline.get(n + 1).at());
            }
        }
        return List.copyOf(holdings.held);
    }

    private void take(TimelineEntry entry) {
        var action = entry.action();
        if (action == Action.DISPATCH || action == Action.RULE) {
            lead = entry.department();
        } else if (action == Action.ACCEPT_RETURN) {
            lead = null;
        }
        var next = next(entry);
        waits = action == Action.BEGIN_WAITING || waits && action != Action.END_WAITING && next == state;
        returned |= action == Action.RETURN;
        state = next;
    }

    private State next(TimelineEntry entry) {
        var action = entry.action();
        return switch (action) {
            case RETURN -> returned ? State.ARBITRATION : State.RETURN_REVIEW;
            case FOLLOW_UP -> Answer.NO == Ending.solved(entry.words()) ? nextRound() : State.CLOSED;
            case REOPEN -> nextRound();
            case SIGN_PART, HAND_IN_PART -> state;
            default -> action.to().get(0);
        };
    }

    private State nextRound() {
        return lead == null ? State.AWAITING_DISPATCH : State.AWAITING_SIGN;
    }

    private void hold(Instant from, Instant to) {
        var holder = waits ? Holder.CITIZEN : state.holder();
        var department =
                switch (holder) {
                    case LEAD, CITIZEN, SUSPENDED -> lead;
                    default -> null;
                };
        var last = held.isEmpty() ? null : held.get(held.size() - 1);
        if (last != null && last.holder() == holder && Objects.equals(last.department(), department)) {
            held.set(held.size() - 1, new Held(holder, department, last.from(), to));
        } else if (to.isAfter(from)) {
            held.add(new Held(holder, department, from, to));
        }
    }
}
