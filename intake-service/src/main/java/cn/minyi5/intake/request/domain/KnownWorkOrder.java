package cn.minyi5.intake.request.domain;

import cn.minyi5.contracts.language.ResultCode;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 工单, as far as intake knows it from routing's events.
 *
 * @param holder the department that holds it now; absent at the desk and at the end
 * @param assisting the departments that help it
 * @param round counts rounds of rework, from 1
 * @param answer the last accepted reply
 */
@Embeddable
public record KnownWorkOrder(
        UUID id,
        String number,
        boolean confidential,
        @Nullable String holder,
        List<String> assisting,
        int round,
        @Nullable AcceptedReply answer,
        @Nullable Ending ended) {

    /** 答复. What the department answered in a round, and that the desk was content with it. */
    @Embeddable
    public record AcceptedReply(int round, ResultCode resultCode, String text, Instant acceptedAt) {}

    public enum Ending {
        /** 办结. */
        CLOSED,
        /** 不予受理. */
        NOT_ACCEPTED,
        /** 撤回. */
        WITHDRAWN,
        /** 并案: another order goes on for both. */
        MERGED
    }

    /** The answer of the round it is in, if there is one. */
    public @Nullable AcceptedReply currentAnswer() {
        return answer != null && answer.round() == round ? answer : null;
    }
}
