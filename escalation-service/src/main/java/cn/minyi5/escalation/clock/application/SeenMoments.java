package cn.minyi5.escalation.clock.application;

import cn.minyi5.messaging.Transaction;
import cn.minyi5.messaging.Watermark;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Up to which moment everything that happened to work orders has been heard and handled, by partition. */
public interface SeenMoments {

    /**
     * The last watermark heard counts, not the highest: each is true by itself, and when the sender's clock has been set
     * back, an older one is what may be relied on.
     */
    Uni<Void> put(Transaction tx, Watermark watermark);

    Uni<Sights> all();

    /**
     * @param at the database's moment of reading
     * @param heldOrders work orders whose clocks are held because an event about them is an open dead letter
     */
    record Sights(List<Watermark> partitions, long heldOrders, Instant at) {}
}
