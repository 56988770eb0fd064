package cn.minyi5.routing.workorder.domain;

import jakarta.persistence.Embeddable;

/**
 * 退单与裁定. How often departments have said "not ours", and whether the supervision office has ruled: then nobody can
 * say so again.
 */
@Embeddable
public record Disputes(int returns, boolean ruled) {

    static final Disputes NONE = new Disputes(0, false);

    Disputes returnedOnceMore() {
        return new Disputes(returns + 1, ruled);
    }

    Disputes settled() {
        return new Disputes(returns, true);
    }

    /** A second return of one order is for the supervision office. */
    boolean needArbitration() {
        return returns >= 2;
    }
}
