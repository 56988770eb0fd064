package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 派单. The dispatch that is in force: to whom, since when, and whether they have signed.
 *
 * @param parts of the assisting departments; null for a dispatch from before they had any
 */
@Embeddable
public record Dispatch(Assignment assignment, Instant at, @Nullable Instant signedAt, @Nullable Parts parts) {

    static Dispatch to(Assignment assignment, Instant at) {
        return new Dispatch(assignment, at, null, Parts.of(assignment.assisting()));
    }

    /** The first signature stays. */
    Dispatch signed(Instant moment) {
        return signedAt == null ? new Dispatch(assignment, at, moment, parts) : this;
    }

    Dispatch with(Parts changed) {
        return new Dispatch(assignment, at, signedAt, changed);
    }

    void requireReturnable(Instant moment, ReturnWindow window) {
        if (!mayBeReturnedAt(moment, window)) {
            throw Refusal.conflict("work-order.return-window-closed")
                    .with("window", window.onDuty().toString());
        }
    }

    boolean mayBeReturnedAt(Instant moment, ReturnWindow window) {
        return window.isOpenAt(moment, at);
    }
}
