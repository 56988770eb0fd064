package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;

/**
 * 退单争议. Whose it is, as far as departments have disputed it.
 *
 * @param returns how often departments have said "not ours"
 * @param ruled whether the supervision office has said whose it is: then nobody can return it again
 */
@Embeddable
public record Dispute(int returns, boolean ruled) {

    static final Dispute NONE = new Dispute(0, false);

    /** Where the next return leads: to the desk, and the second time to the supervision office. */
    State judge() {
        return returns > 0 ? State.ARBITRATION : State.RETURN_REVIEW;
    }

    Dispute returned() {
        return new Dispute(returns + 1, ruled);
    }

    Dispute settled() {
        return new Dispute(returns, true);
    }

    void requireOpen() {
        if (ruled) {
            throw Refusal.conflict("work-order.ruled-already");
        }
    }
}
