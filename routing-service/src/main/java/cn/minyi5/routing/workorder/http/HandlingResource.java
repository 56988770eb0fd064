package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.workorder.WorkOrderCommands;
import cn.minyi5.routing.workorder.WorkOrderView;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.WorkOrder;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 办理与答复. Which of these roles does what is said by the table of transitions. */
@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DISPATCHER, Roles.SUPERVISOR})
class HandlingResource {

    private final CurrentActor currentActor;
    private final WorkOrderCommands commands;

    HandlingResource(CurrentActor currentActor, WorkOrderCommands commands) {
        this.currentActor = currentActor;
        this.commands = commands;
    }

    /**
     * @param contactLog how and when the citizen was spoken to
     * @param onSpotCheck 现场核验: how it was checked on the spot, where {@code GET /api/category-names} says that the
     *     category asks for it
     */
    record ReplyInput(
            @NotNull ResultCode resultCode,
            @NotBlank @Schema(maxLength = Reply.LONGEST_TEXT) String text,
            @NotBlank @Schema(maxLength = Reply.LONGEST_TEXT) String contactLog,
            @Nullable @Schema(maxLength = Reply.LONGEST_TEXT) String onSpotCheck) {}

    @POST
    @Path("work-orders/{id}/sign")
    @Operation(operationId = "signWorkOrder", summary = "签收 / The lead department takes the order on")
    public Uni<WorkOrderView> sign(@BeanParam Target target) {
        return commands.take(Action.SIGN, target.attempt("sign", currentActor.get(), null), WorkOrder::sign);
    }

    @POST
    @Path("work-orders/{id}/reply")
    @Operation(operationId = "replyToWorkOrder", summary = "答复 / What came of it, for the desk to review")
    public Uni<WorkOrderView> reply(@BeanParam Target target, @NotNull @Valid ReplyInput input) {
        var attempt = target.attempt("reply", currentActor.get(), input);
        return commands.reply(
                attempt, new Reply.Draft(input.resultCode(), input.text(), input.contactLog(), input.onSpotCheck()));
    }

    @POST
    @Path("work-orders/{id}/reply-review")
    @Operation(operationId = "reviewReply", summary = "答复审核 / Accepts a reply, or says what is wrong with it")
    public Uni<WorkOrderView> reviewReply(@BeanParam Target target, @NotNull @Valid JudgementInput input) {
        var attempt = target.attempt("reply-review", currentActor.get(), input);
        return input.accept()
                ? commands.take(Action.ACCEPT_REPLY, attempt, (order, deed) -> order.acceptReply(input.reason(), deed))
                : commands.take(
                        Action.SEND_REPLY_BACK, attempt, (order, deed) -> order.sendReplyBack(input.reason(), deed));
    }

    @POST
    @Path("work-orders/{id}/reopening")
    @RolesAllowed({Roles.SECRETARY, Roles.TEAM_LEADER, Roles.SUPERVISOR})
    @Operation(operationId = "reopenWorkOrder", summary = "重新打开 / The next round of what was closed not long ago")
    public Uni<WorkOrderView> reopen(@BeanParam Target target, @NotNull @Valid ReasonInput input) {
        return commands.reopen(target.attempt("reopening", currentActor.get(), input), input.reason());
    }
}
