package cn.minyi5.intake.request.http;

import cn.minyi5.contracts.language.CountyTime;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.attachment.AttachmentView;
import cn.minyi5.intake.request.Requests;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.request.domain.RequestState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request with what became of it. */
record RequestView(
        UUID id,
        @Nullable UUID visitId,
        String gridCode,
        String teamCode,
        String categoryCode,
        Urgency urgency,
        String text,
        CitizenView contact,
        Outcome outcome,
        @Nullable ResolutionView resolution,
        RequestState state,
        OffsetDateTime visitedAt,
        boolean imported,
        @Nullable WorkOrderView workOrder,
        @Nullable AnswerView answer,
        @Nullable UUID duplicateOf,
        @Nullable GradingView grading,
        List<AttachmentView> attachments) {

    /** The citizen, masked (王**, 138****5678, no address) or, for who took the request and the lead's clerk, in the clear. */
    record CitizenView(
            boolean anonymous,
            boolean masked,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {}

    record ResolutionView(String note) {}

    /** What the rules proposed, whatever the secretary then decided. */
    record GradingView(@Nullable Urgency urgency, @Nullable String category, @Nullable String reason) {}

    record WorkOrderView(UUID id, String number, @Nullable String holder, int round) {}

    record AnswerView(int round, ResultCode resultCode, String text, OffsetDateTime acceptedAt) {}

    static RequestView of(Requests.Shown shown) {
        var tracked = shown.request();
        var request = tracked.request();
        var note = request.resolutionNote();
        var citizen = shown.personalData();
        var order = tracked.order();
        var answer = order == null ? null : order.answer();
        return new RequestView(
                tracked.id(),
                request.visitId(),
                request.gridCode().value(),
                request.teamCode(),
                request.categoryCode(),
                request.urgency(),
                Objects.requireNonNullElse(citizen.text(), request.text()),
                new CitizenView(
                        citizen.anonymous(), !shown.inFull(), citizen.name(), citizen.phone(), citizen.address()),
                request.outcome(),
                note == null ? null : new ResolutionView(Objects.requireNonNullElse(citizen.note(), note)),
                tracked.state(),
                CountyTime.at(request.visitedAt()),
                request.imported(),
                order == null ? null : new WorkOrderView(order.id(), order.number(), order.holder(), order.round()),
                answer == null
                        ? null
                        : new AnswerView(
                                answer.round(), answer.resultCode(), answer.text(), CountyTime.at(answer.acceptedAt())),
                shown.duplicateOf(),
                request.gradingReason() == null
                        ? null
                        : new GradingView(
                                request.proposedUrgency(), request.proposedCategory(), request.gradingReason()),
                shown.attachments());
    }
}
