package cn.minyi5.notification.delivery.application;

import cn.minyi5.messaging.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Messages and what becomes of them. */
public interface Deliveries {

    /** Does nothing if the event of the message has been told of before. @return whether it was added */
    Uni<Boolean> add(Transaction tx, Message message, List<Delivery> deliveries);

    /**
     * Takes deliveries that are due, so that no other copy does until the lease is over.
     *
     * @param lease longer than any try takes
     */
    Uni<List<Parcel>> take(Transaction tx, int atMost, Duration lease);

    /** @return false if the parcel is no longer ours: the lease ran out and another copy has it */
    Uni<Boolean> succeed(Transaction tx, Parcel parcel);

    /** @return false if the parcel is no longer ours */
    Uni<Boolean> tryAgain(Transaction tx, Parcel parcel, Duration wait, String reason);

    /** @return false if the parcel is no longer ours */
    Uni<Boolean> giveUp(Transaction tx, Parcel parcel, String reason);
}
