package cn.minyi5.escalation.clock.application;

import cn.minyi5.escalation.clock.domain.ClockRun;
import cn.minyi5.escalation.clock.domain.ClockTurn;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All runs of all clocks. */
public interface Clocks {

    /** A run that exists already stays as it is. */
    Uni<Void> start(Transaction tx, List<ClockRun> runs);

    /** Locks the runs of a work order up to a dispatch, then reads them; firing waits meanwhile. */
    Uni<List<ClockRun>> lock(Transaction tx, UUID workOrderId, int upToDispatchNo);

    /** Reads runs that the transaction has locked. */
    Uni<List<ClockRun>> read(Transaction tx, Collection<UUID> ids);

    /** Adds a turn to the log of each run; the runs already have it. */
    Uni<Void> turn(Transaction tx, List<ClockRun> runs, ClockTurn turn, UUID eventId);

    /** Stores what is computed: due moment, standing, next rung. */
    Uni<Void> store(Transaction tx, List<ClockRun> runs);

    /** By due moment. */
    Uni<Listed> list(ClockFilter filter, Sight sight);

    /** @param at the database's moment of reading, by which lights are shown */
    record Listed(List<ClockRun> runs, long total, Instant at) {}
}
