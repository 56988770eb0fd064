package cn.minyi5.escalation.ladder.application;

import cn.minyi5.escalation.ladder.domain.ReachedRung;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Clocks whose next rung has come by the watermark of their partition, and about whose work order no event is an open
 * dead letter.
 */
public interface DueClocks {

    Uni<Boolean> exist();

    /**
     * Locks some of them, the longest due first; those that somebody else holds are left to them.
     *
     * @return up to which moment each has been seen
     */
    Uni<Map<UUID, Instant>> lock(Transaction tx, int limitByPartition);

    /** Notes that the rungs have fired; a rung noted before fails the transaction. */
    Uni<Void> fired(Transaction tx, List<ReachedRung> rungs);
}
