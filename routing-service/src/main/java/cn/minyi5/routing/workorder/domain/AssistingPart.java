package cn.minyi5.routing.workorder.domain;

import cn.minyi5.contracts.language.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 协办件. What one assisting department does for an order, with a small life of its own: it signs, works, hands in, and the
 * lead confirms that or sends it back.
 *
 * @param text what was handed in last; null before that and once it was sent back
 */
public record AssistingPart(String department, Standing standing, @Nullable Instant signedAt, @Nullable String text) {

    public enum Standing {
        /** 待签收. */
        AWAITING_SIGN,
        /** 办理中. */
        IN_PROGRESS,
        /** 已交. For the lead to look at. */
        HANDED_IN,
        /** 已确认. */
        CONFIRMED
    }

    static AssistingPart of(String department) {
        return new AssistingPart(department, Standing.AWAITING_SIGN, null, null);
    }

    AssistingPart signed(Instant at) {
        require(Standing.AWAITING_SIGN);
        return new AssistingPart(department, Standing.IN_PROGRESS, at, null);
    }

    AssistingPart handedIn(String what) {
        require(Standing.IN_PROGRESS);
        return new AssistingPart(department, Standing.HANDED_IN, signedAt, what);
    }

    AssistingPart confirmed() {
        require(Standing.HANDED_IN);
        return new AssistingPart(department, Standing.CONFIRMED, signedAt, text);
    }

    AssistingPart sentBack() {
        require(Standing.HANDED_IN);
        return new AssistingPart(department, Standing.IN_PROGRESS, signedAt, null);
    }

    private void require(Standing needed) {
        if (standing != needed) {
            throw Refusal.conflict("part.wrong-standing")
                    .with("department", department)
                    .with("standing", standing.name());
        }
    }
}
