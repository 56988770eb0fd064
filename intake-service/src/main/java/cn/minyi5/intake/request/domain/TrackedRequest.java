package cn.minyi5.intake.request.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request with what became of it.
 *
 * @param takenBy the id of the secretary who took it; null for history
 * @param followedUpRound the last round that was followed up, 0 if none was
 * @param withdrawn whether the citizen has said that they do not want it any longer
 */
public record TrackedRequest(
        UUID id,
        RecordedRequest request,
        @Nullable String takenBy,
        @Nullable KnownWorkOrder order,
        int followedUpRound,
        boolean withdrawn) {

    public RequestState state() {
        return RequestState.of(request.outcome(), order, followedUpRound, withdrawn);
    }

    /** Whether a department has it, or will have it, and may still be told something about it. */
    public boolean isOpen() {
        return request.outcome() == Outcome.FORWARDED && !withdrawn && (order == null || order.ended() == null);
    }

    /** Whether the answer to the request that it repeats is told to it, also after the two were merged. */
    public boolean hearsOfItsOriginal() {
        return isOpen() || isMerged() && !withdrawn;
    }

    /** Whether the citizen may still say that they do not want it any longer. */
    public boolean mayBeWithdrawn() {
        return isOpen() || isMerged() && !withdrawn;
    }

    private boolean isMerged() {
        return order != null && order.ended() == KnownWorkOrder.Ending.MERGED;
    }

    public boolean confidential() {
        return request.categoryCode().equals(CitizenRequest.ABOUT_OFFICIALS) || order != null && order.confidential();
    }

    public boolean isTakenBy(String actorId) {
        return actorId.equals(takenBy);
    }

    /** Whether the department assists whoever holds it now. */
    public boolean assistedBy(@Nullable String department) {
        return department != null
                && order != null
                && order.holder() != null
                && order.assisting().contains(department);
    }

    public boolean heldBy(@Nullable String department) {
        return department != null && order != null && department.equals(order.holder());
    }
}
