package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.workorder.WorkOrderCommands;
import cn.minyi5.routing.workorder.WorkOrderView;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.NotOurs;
import cn.minyi5.routing.workorder.domain.Words;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 退单与裁定. Which of these roles does what is said by the table of transitions. */
@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DISPATCHER, Roles.SUPERVISOR})
class DisputeResource {

    private final CurrentActor currentActor;
    private final WorkOrderCommands commands;

    DisputeResource(CurrentActor currentActor, WorkOrderCommands commands) {
        this.currentActor = currentActor;
        this.commands = commands;
    }

    /**
     * All three, or it is no return.
     *
     * @param clause by which it is not theirs
     * @param suggestedDepartment whose it is in their eyes
     */
    record ReturnInput(
            @NotBlank @Schema(maxLength = Words.LONGEST_REASON) String reason,
            @NotBlank @Schema(maxLength = Words.LONGEST_REASON) String clause,
            @NotBlank @Schema(maxLength = Words.LONGEST_REASON) String suggestedDepartment) {}

    /** @param minutes of the meeting that ruled */
    record RulingInput(
            @NotBlank @Size(max = Department.LONGEST_CODE) String lead,
            @NotBlank @Size(max = Words.LONGEST_REASON) String minutes) {}

    @POST
    @Path("work-orders/{id}/return")
    @Operation(operationId = "returnWorkOrder", summary = "退单 / \"Not ours\", within the return window")
    public Uni<WorkOrderView> returnOrder(@BeanParam Target target, @NotNull @Valid ReturnInput input) {
        var because = new NotOurs(input.reason(), input.clause(), input.suggestedDepartment());
        return commands.returnBecause(target.attempt("return", currentActor.get(), input), because);
    }

    @POST
    @Path("work-orders/{id}/return-ruling")
    @Operation(operationId = "judgeReturn", summary = "退单审核 / Accepts a return, or rejects it in writing")
    public Uni<WorkOrderView> judgeReturn(@BeanParam Target target, @NotNull @Valid JudgementInput input) {
        var attempt = target.attempt("return-ruling", currentActor.get(), input);
        return input.accept()
                ? commands.take(
                        Action.ACCEPT_RETURN, attempt, (order, deed) -> order.acceptReturn(input.reason(), deed))
                : commands.take(
                        Action.REJECT_RETURN, attempt, (order, deed) -> order.rejectReturn(input.reason(), deed));
    }

    @POST
    @Path("work-orders/{id}/arbitration-ruling")
    @Operation(operationId = "arbitrateWorkOrder", summary = "会商裁定 / Says whose it is, for good")
    public Uni<WorkOrderView> arbitrate(@BeanParam Target target, @NotNull @Valid RulingInput input) {
        var attempt = target.attempt("arbitration-ruling", currentActor.get(), input);
        return commands.arbitrate(attempt, input.lead(), input.minutes());
    }
}
