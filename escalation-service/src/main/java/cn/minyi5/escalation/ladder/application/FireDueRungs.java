package cn.minyi5.escalation.ladder.application;

import cn.minyi5.contracts.language.Rung;
import cn.minyi5.escalation.clock.application.Clocks;
import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.ladder.domain.Climb;
import cn.minyi5.escalation.ladder.domain.ReachedRung;
import cn.minyi5.escalation.notice.application.IssueNotices;
import cn.minyi5.messaging.OldOutbox;
import cn.minyi5.messaging.Transaction;
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
 * has reached R. The sender vouches with it, in its own database's time, that all that happened up to R was sent before;
 * the inbox has handled it before the watermark, since a partition is handled in order. So a signature before R has
 * turned the clock in a transaction that committed before the watermark's did. The clock of this machine has no say: it
 * may jump. What could not be handled lies in the dead letters, and holds the fire of its order until it is replayed.
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
    private final DueClocks dueClocks;
    private final Clocks clocks;
    private final IssueNotices issueNotices;
    private final LadderConfig config;

    FireDueRungs(
            Transactions transactions,
            DueClocks dueClocks,
            Clocks clocks,
            IssueNotices issueNotices,
            LadderConfig config) {
        this.transactions = transactions;
        this.dueClocks = dueClocks;
        this.clocks = clocks;
        this.issueNotices = issueNotices;
        this.config = config;
    }

    /** Fires one batch; returns how many clocks it touched, 0 when nothing is due. */
    public Uni<Integer> handle() {
        return dueClocks.exist().flatMap(some -> some ? transactions.runOld(this::fireBatch) : nothing());
    }

    private Uni<Integer> fireBatch(Transaction tx) {
        return dueClocks
                .lock(tx, config.batch())
                .flatMap(seenUpTo -> seenUpTo.isEmpty()
                        ? nothing()
                        : clocks.read(tx, seenUpTo.keySet()).flatMap(runs -> fire(tx, runs, seenUpTo)));
    }

    private Uni<Integer> fire(Transaction tx, List<ClockRun> runs, Map<UUID, Instant> seenUpTo) {
        var climbs = runs.stream()
                .map(run -> Climb.of(run, seenUpTo.get(run.id()), tx.now(), config.lateAfter()))
                .toList();
        var reached = climbs.stream().flatMap(climb -> climb.reached().stream()).toList();
        var events = reached.stream().map(RungEvents::reached).toList();
        return dueClocks
                .fired(tx, reached)
                .chain(() -> OldOutbox.append(tx, events, tx.now()))
                .chain(() -> issueNotices.handle(tx, withNotice(reached)))
                .chain(() -> clocks.store(tx, climbs.stream().map(Climb::after).toList()))
                .replaceWith(climbs.size());
    }

    private static List<ClockRun> withNotice(List<ReachedRung> reached) {
        return reached.stream()
                .filter(rung -> rung.is(Rung.NOTICE))
                .map(ReachedRung::run)
                .toList();
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }
}
