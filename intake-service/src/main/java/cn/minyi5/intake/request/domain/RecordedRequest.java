package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.GridCode;
import cn.minyi5.contracts.language.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is kept, with what became of it.
 *
 * @param text without phone and identity numbers
 * @param followedUpRound the last round that was followed up, 0 if none was
 */
public record RecordedRequest(
        UUID id,
        UUID visitId,
        GridCode grid,
        String teamCode,
        String categoryCode,
        Urgency urgency,
        String text,
        Outcome outcome,
        @Nullable String resolutionNote,
        Instant visitedAt,
        boolean imported,
        @Nullable KnownWorkOrder order,
        int followedUpRound) {

    public RequestState state() {
        return RequestState.of(outcome, order, followedUpRound);
    }

    public boolean confidential() {
        return categoryCode.equals(CitizenRequest.ABOUT_OFFICIALS) || order != null && order.confidential();
    }

    public boolean heldBy(@Nullable String department) {
        return department != null && order != null && department.equals(order.holder());
    }
}
