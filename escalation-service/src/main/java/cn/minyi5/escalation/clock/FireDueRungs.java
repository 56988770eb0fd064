package cn.minyi5.escalation.clock;

import cn.minyi5.contracts.ClockEvent.RungReached;
import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockRun.Climb;
import cn.minyi5.escalation.clock.domain.FiredRung;
import cn.minyi5.escalation.notice.Notices;
import cn.minyi5.messaging.Outbox;
import cn.minyi5.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Fires every rung that has come, exactly once per clock run and rung, in the order of the ladder.
 *
 * <p><b>Never too early.</b> A rung at R fires only when the watermark of the partition on which the order's events come
 * has reached R. The sender vouches with it, in its own database's time, that all that happened up to R lies before a
 * position; it counts once everything before that position has been handled, which is noted in the transactions of the
 * effects. So a signature before R has turned the clock by then. The clock of this machine has no say: it may jump. What
 * could not be handled lies in the dead letters, and holds the fire of its order until it is replayed.
 *
 * <p><b>Never twice, never out of order.</b> One transaction locks the clock, notes the rungs, writes the events and
 * moves the next rung. A second copy skips a locked clock, and finds a freed one moved on. A signature that arrives
 * meanwhile waits for the lock; one that holds it makes us pass the clock by. After a crash nothing or all of it is
 * there, and the relay sends the rest. The key of {@code clock_rung} would refuse a repetition.
 *
 * <p><b>Never missed.</b> What was due while the service was away is found when it has caught up, as the index knows
 * nothing of when we looked; a clock that was stopped late keeps the rungs that came before the stop.
 */
@ApplicationScoped
public class FireDueRungs {

    private final Transactions transactions;
    private final Clocks clocks;
    private final Notices notices;
    private final Outbox outbox;
    private final ClockConfig config;

    FireDueRungs(Transactions transactions, Clocks clocks, Notices notices, Outbox outbox, ClockConfig config) {
        this.transactions = transactions;
        this.clocks = clocks;
        this.notices = notices;
        this.outbox = outbox;
        this.config = config;
    }

    /** Whether there is anything to fire: one indexed read. */
    public Uni<Boolean> isAnythingDue() {
        return transactions.read(clocks::isAnyDue);
    }

    /** Fires one batch; returns how many clocks it touched, 0 when nothing is due. */
    public Uni<Integer> handle() {
        return isAnythingDue().flatMap(some -> some ? transactions.run(this::fireBatch) : nothing());
    }

    private Uni<Integer> fireBatch(Instant now) {
        return clocks.lockDue(config.batch())
                .flatMap(seenUpTo -> seenUpTo.isEmpty()
                        ? nothing()
                        : clocks.read(seenUpTo.keySet()).flatMap(runs -> fire(runs, seenUpTo, now)));
    }

    private Uni<Integer> fire(List<ClockRun> runs, Map<UUID, Instant> seenUpTo, Instant now) {
        var climbs = runs.stream()
                .map(run -> run.climb(seenUpTo.get(run.id()), now, config.lateAfter()))
                .toList();
        transactions.logged().bySystem("fireRungs", null);
        climbs.forEach(climb -> climb.fired().forEach(rung -> outbox.announce(event(climb.after(), rung))));
        return clocks.climb(climbs)
                .chain(() -> notices.issue(withNotice(climbs), now))
                .replaceWith(climbs.size());
    }

    private static List<UUID> withNotice(List<Climb> climbs) {
        return climbs.stream()
                .filter(climb -> climb.fired().stream().anyMatch(rung -> rung.rung() == Rung.NOTICE))
                .map(climb -> climb.after().id())
                .toList();
    }

    private static RungReached event(ClockRun run, FiredRung fired) {
        var order = run.order();
        return new RungReached(
                order.workOrderId(),
                order.workOrderNumber(),
                run.kind(),
                order.dispatchNo(),
                order.round(),
                fired.rung(),
                order.department(),
                order.gridCode(),
                order.categoryCode(),
                order.confidential(),
                CountyTime.at(run.clock().dueAt()),
                CountyTime.at(fired.rungAt()),
                fired.lateNoticed());
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }
}
