package cn.minyi5.routing.workorder.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 办理情况. What has become of an order at the department in charge; most of it begins anew with each dispatch.
 *
 * @param dispatches how often it has been dispatched; names the run of the clocks
 * @param round 1, and one more for each rework 重办
 * @param dispatch null while no department has it
 * @param reply the one under review or accepted; null when there is none or it was sent back
 */
@Embeddable
public record Handling(
        int dispatches, int round, @Nullable Dispatch dispatch, Deferral deferral, @Nullable Reply reply) {

    static final Handling NONE_YET = new Handling(0, 1, null, Deferral.NONE, null);

    /** The next run of the clocks begins; what was put off or replied in the run before is nothing to it. */
    Handling dispatched(Assignment to, int inRound, Instant at) {
        return new Handling(dispatches + 1, inRound, Dispatch.to(to, at), Deferral.NONE, null);
    }

    /** No department has it. */
    Handling atTheDesk(int inRound) {
        return new Handling(dispatches, inRound, null, Deferral.NONE, null);
    }

    Handling with(@Nullable Dispatch inForce) {
        return new Handling(dispatches, round, inForce, deferral, reply);
    }

    Handling with(Deferral putOff) {
        return new Handling(dispatches, round, dispatch, putOff, reply);
    }

    Handling with(@Nullable Reply given) {
        return new Handling(dispatches, round, dispatch, deferral, given);
    }
}
