package cn.minyi5.intake.request.http;

import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.contracts.language.Urgency;
import cn.minyi5.intake.request.application.ShowRequest;
import cn.minyi5.intake.request.domain.KnownWorkOrder;
import cn.minyi5.intake.request.domain.KnownWorkOrder.AcceptedReply;
import cn.minyi5.intake.request.domain.Outcome;
import cn.minyi5.intake.request.domain.RequestState;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request with what became of it. */
record RequestView(
        UUID id,
        UUID visitId,
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
        @Nullable AnswerView answer) {

    static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    record ResolutionView(String note) {}

    record WorkOrderView(UUID id, String number, @Nullable String holder, int round) {

        static WorkOrderView of(KnownWorkOrder order) {
            return new WorkOrderView(order.id(), order.number(), order.holder(), order.round());
        }
    }

    record AnswerView(int round, ResultCode resultCode, String text, OffsetDateTime acceptedAt) {

        static AnswerView of(AcceptedReply answer) {
            return new AnswerView(
                    answer.round(),
                    answer.resultCode(),
                    answer.text(),
                    answer.acceptedAt().atOffset(SHANGHAI));
        }
    }

    static RequestView of(ShowRequest.Shown shown) {
        var request = shown.request();
        var order = request.order();
        var answer = order == null ? null : order.answer();
        return new RequestView(
                request.id(),
                request.visitId(),
                request.grid().value(),
                request.teamCode(),
                request.categoryCode(),
                request.urgency(),
                text(shown),
                CitizenView.of(shown.particulars(), shown.inFull()),
                request.outcome(),
                resolution(shown),
                request.state(),
                request.visitedAt().atOffset(SHANGHAI),
                request.imported(),
                order == null ? null : WorkOrderView.of(order),
                answer == null ? null : AnswerView.of(answer));
    }

    private static String text(ShowRequest.Shown shown) {
        var asWritten = shown.particulars().text();
        return shown.inFull() && asWritten != null ? asWritten : shown.request().text();
    }

    private static @Nullable ResolutionView resolution(ShowRequest.Shown shown) {
        var open = shown.request().resolutionNote();
        if (open == null) {
            return null;
        }
        return new ResolutionView(
                shown.inFull() ? Objects.requireNonNullElse(shown.particulars().note(), open) : open);
    }
}
