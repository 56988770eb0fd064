package cn.minyi5.notification.delivery.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 送达. How far a message has come on its way to one person by one channel.
 *
 * @param tries begun so far
 * @param nextTryAt the next try or, while one is under way, the end of its lease; null when it has ended
 * @param reason of the last failure
 */
@Embeddable
public record Delivery(
        DeliveryState state,
        int tries,
        @Nullable Instant nextTryAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    /** One whose try of this number is under way. */
    public static Delivery trying(int number) {
        return new Delivery(DeliveryState.SENDING, number, null, null, null);
    }

    public Delivery succeed(Instant now) {
        return new Delivery(DeliveryState.SUCCEEDED, tries, null, now, null);
    }

    /** Waits for the next try, or is given up if there is none. */
    public Delivery fail(String why, RetryPolicy policy, Instant now) {
        return policy.waitAfter(tries)
                .map(wait -> new Delivery(DeliveryState.WAITING, tries, now.plus(wait), null, why))
                .orElseGet(() -> new Delivery(DeliveryState.FAILED, tries, null, now, why));
    }
}
