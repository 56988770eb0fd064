package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * 退单争议. Whose it is, as far as departments have disputed it.
 *
 * @param returns how often departments have said "not ours"
 * @param because what was said last; null before anybody has, and of what was returned before that was kept
 * @param ruled whether the supervision office has said whose it is: then nobody can return it again
 */
@Embeddable
public record Dispute(int returns, @Nullable NotOurs because, boolean ruled) {

    static final Dispute NONE = new Dispute(0, null, false);

    /** Where the next return leads: to the desk, and the second time to the supervision office. */
    State judge() {
        return returns > 0 ? State.ARBITRATION : State.RETURN_REVIEW;
    }

    Dispute returned(NotOurs because) {
        return new Dispute(returns + 1, because, ruled);
    }

    Dispute settled() {
        return new Dispute(returns, because, true);
    }

    void requireOpen() {
        if (ruled) {
            throw Refusal.conflict("work-order.ruled-already");
        }
    }
}
