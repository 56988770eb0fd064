package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.workorder.application.DispatchWorkOrder;
import cn.minyi5.routing.workorder.application.JudgeReturn;
import cn.minyi5.routing.workorder.application.RefuseWorkOrder;
import cn.minyi5.routing.workorder.application.ReviewReply;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.NotAcceptedReason;
import cn.minyi5.routing.workorder.domain.Words;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the dispatch desk 工作专班 does. */
@Path("/api/work-orders/{id}")
class DeskActionResource {

    private final Transitions transitions;
    private final DispatchWorkOrder dispatchWorkOrder;
    private final RefuseWorkOrder refuseWorkOrder;
    private final JudgeReturn judgeReturn;
    private final ReviewReply reviewReply;

    DeskActionResource(
            Transitions transitions,
            DispatchWorkOrder dispatchWorkOrder,
            RefuseWorkOrder refuseWorkOrder,
            JudgeReturn judgeReturn,
            ReviewReply reviewReply) {
        this.transitions = transitions;
        this.dispatchWorkOrder = dispatchWorkOrder;
        this.refuseWorkOrder = refuseWorkOrder;
        this.judgeReturn = judgeReturn;
        this.reviewReply = reviewReply;
    }

    /** @param assisting may be absent */
    record DispatchInput(@NotBlank String lead, @Nullable List<@NotBlank String> assisting, @NotBlank String reason) {

        Assignment assignment() {
            return Assignment.byPerson(lead, assisting == null ? List.of() : assisting);
        }
    }

    record RefusalInput(@NotNull NotAcceptedReason reason) {}

    /** @param reason must be there where the answer is no */
    record JudgementInput(@NotNull Boolean accept, @Nullable String reason) {}

    @POST
    @Path("dispatch")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(operationId = "dispatchWorkOrder", summary = "人工派单 / The desk decides where no rule did")
    public Uni<Response> dispatch(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid DispatchInput input) {
        return transitions.answer(
                "dispatch",
                id,
                headers,
                input,
                (tx, attempt) -> dispatchWorkOrder.handle(tx, attempt, input.assignment(), input.reason()));
    }

    @POST
    @Path("refusal")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(operationId = "refuseWorkOrder", summary = "不予受理 / Refused for a reason from the closed list")
    public Uni<Response> refuse(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid RefusalInput input) {
        return transitions.answer(
                "refusal", id, headers, input, (tx, attempt) -> refuseWorkOrder.handle(tx, attempt, input.reason()));
    }

    @POST
    @Path("return-ruling")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(operationId = "judgeReturn", summary = "退单审核 / Accepts a return, or rejects it in writing")
    public Uni<Response> judgeReturn(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid JudgementInput input) {
        return transitions.answer(
                "return-ruling",
                id,
                headers,
                input,
                (tx, attempt) -> input.accept()
                        ? judgeReturn.accept(tx, attempt, input.reason())
                        : judgeReturn.reject(tx, attempt, Words.reason(input.reason(), "reason")));
    }

    @POST
    @Path("reply-review")
    @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR})
    @Operation(operationId = "reviewReply", summary = "答复审核 / Accepts a reply, or says what is wrong with it")
    public Uni<Response> reviewReply(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid JudgementInput input) {
        return transitions.answer(
                "reply-review",
                id,
                headers,
                input,
                (tx, attempt) -> input.accept()
                        ? reviewReply.accept(tx, attempt, input.reason())
                        : reviewReply.sendBack(tx, attempt, Words.reason(input.reason(), "reason")));
    }
}
