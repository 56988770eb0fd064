package cn.minyi5.escalation.clock.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Up to which moment everything that happened to work orders has been heard and handled, by partition. */
public interface SeenMoments {

    Uni<Sights> all();

    /**
     * @param at the database's moment of reading
     * @param heldOrders work orders whose clocks are held because an event about them is an open dead letter
     */
    record Sights(List<Seen> partitions, long heldOrders, Instant at) {}

    /** Everything that happened up to the moment and came on the partition is known. */
    record Seen(String topic, int partition, Instant upTo) {}
}
