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
        State state, int tries, @Nullable Instant nextTryAt, @Nullable Instant endedAt, @Nullable String reason) {

    /** 送达状态. */
    public enum State {
        /** For its first or next try. */
        WAITING,
        /** A copy of the service is at it; if that copy died, its time runs out and another takes over. */
        SENDING,
        SUCCEEDED,
        /** Given up, with the reason. */
        FAILED
    }

    /** One whose try of this number is under way. */
    public static Delivery trying(int number) {
        return new Delivery(State.SENDING, number, null, null, null);
    }

    public Delivery succeed(Instant now) {
        return new Delivery(State.SUCCEEDED, tries, null, now, null);
    }

    /** Waits for the next try, or is given up if there is none. */
    public Delivery fail(String why, RetryPolicy policy, Instant now) {
        return policy.waitAfter(tries)
                .map(wait -> new Delivery(State.WAITING, tries, now.plus(wait), null, why))
                .orElseGet(() -> new Delivery(State.FAILED, tries, null, now, why));
    }
}
