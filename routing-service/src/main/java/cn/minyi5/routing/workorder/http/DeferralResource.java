package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.workorder.WorkOrderCommands;
import cn.minyi5.routing.workorder.WorkOrderView;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Suspension;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** 延期、等待与挂账. Which of these roles does what is said by the table of transitions. */
@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DISPATCHER, Roles.SUPERVISOR})
class DeferralResource {

    private final CurrentActor currentActor;
    private final WorkOrderCommands commands;

    DeferralResource(CurrentActor currentActor, WorkOrderCommands commands) {
        this.currentActor = currentActor;
        this.commands = commands;
    }

    /** @param until a day of Asia/Shanghai */
    record ExtensionInput(@NotNull LocalDate until, @NotBlank @Size(max = Words.LONGEST_REASON) String reason) {}

    /** @param contactLog how the citizen was asked, and for what */
    record WaitingInput(@NotBlank @Size(max = Words.LONGEST_REASON) String contactLog) {}

    record WaitingEndInput(@Nullable @Size(max = Words.LONGEST_REASON) String reason) {}

    /** @param reviewOn when it is looked at again, a day of Asia/Shanghai */
    record SuspensionInput(
            @NotNull Suspension.Kind kind,
            @NotBlank @Size(max = Words.LONGEST_REASON) String plan,
            @NotNull LocalDate reviewOn) {}

    @POST
    @Path("work-orders/{id}/extension")
    @Operation(operationId = "askForExtension", summary = "申请延期 / The lead asks for more time")
    public Uni<WorkOrderView> askForExtension(@BeanParam Target target, @NotNull @Valid ExtensionInput input) {
        var attempt = target.attempt("extension", currentActor.get(), input);
        return commands.take(
                Action.ASK_EXTENSION,
                attempt,
                (order, deed) -> order.askForExtension(input.until(), input.reason(), deed));
    }

    @POST
    @Path("work-orders/{id}/extension-ruling")
    @Operation(operationId = "ruleOnExtension", summary = "延期审批 / Grants more time, or denies it in writing")
    public Uni<WorkOrderView> ruleOnExtension(@BeanParam Target target, @NotNull @Valid JudgementInput input) {
        var attempt = target.attempt("extension-ruling", currentActor.get(), input);
        return input.accept()
                ? commands.take(
                        Action.GRANT_EXTENSION, attempt, (order, deed) -> order.grantExtension(input.reason(), deed))
                : commands.take(
                        Action.DENY_EXTENSION, attempt, (order, deed) -> order.denyExtension(input.reason(), deed));
    }

    @POST
    @Path("work-orders/{id}/waiting")
    @Operation(operationId = "beginWaiting", summary = "等待群众 / Nobody but the citizen can act; twice at most")
    public Uni<WorkOrderView> beginWaiting(@BeanParam Target target, @NotNull @Valid WaitingInput input) {
        var attempt = target.attempt("waiting", currentActor.get(), input);
        return commands.take(
                Action.BEGIN_WAITING, attempt, (order, deed) -> order.beginWaiting(input.contactLog(), deed));
    }

    @POST
    @Path("work-orders/{id}/waiting-end")
    @Operation(operationId = "endWaiting", summary = "恢复办理 / The citizen has done their part")
    public Uni<WorkOrderView> endWaiting(@BeanParam Target target, @NotNull @Valid WaitingEndInput input) {
        var attempt = target.attempt("waiting-end", currentActor.get(), input);
        return commands.take(Action.END_WAITING, attempt, (order, deed) -> order.endWaiting(input.reason(), deed));
    }

    @POST
    @Path("work-orders/{id}/suspension")
    @RolesAllowed({Roles.DEPARTMENT_HEAD, Roles.SUPERVISOR})
    @Operation(
            operationId = "proposeSuspension",
            summary = "申请挂账 / What cannot be done now, with a plan and a day of review")
    public Uni<WorkOrderView> proposeSuspension(@BeanParam Target target, @NotNull @Valid SuspensionInput input) {
        var attempt = target.attempt("suspension", currentActor.get(), input);
        return commands.take(
                Action.PROPOSE_SUSPENSION,
                attempt,
                (order, deed) -> order.proposeSuspension(input.kind(), input.plan(), input.reviewOn(), deed));
    }

    @POST
    @Path("work-orders/{id}/suspension-ruling")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(operationId = "ruleOnSuspension", summary = "挂账审批 / Agrees to it, or says in writing why not")
    public Uni<WorkOrderView> ruleOnSuspension(@BeanParam Target target, @NotNull @Valid JudgementInput input) {
        var attempt = target.attempt("suspension-ruling", currentActor.get(), input);
        return input.accept()
                ? commands.take(Action.SUSPEND, attempt, (order, deed) -> order.suspend(input.reason(), deed))
                : commands.take(
                        Action.DENY_SUSPENSION, attempt, (order, deed) -> order.denySuspension(input.reason(), deed));
    }

    @POST
    @Path("work-orders/{id}/resumption")
    @RolesAllowed({Roles.DEPARTMENT_HEAD, Roles.SUPERVISOR})
    @Operation(operationId = "resumeWorkOrder", summary = "销账恢复 / It can go on")
    public Uni<WorkOrderView> resume(@BeanParam Target target, @NotNull @Valid ReasonInput input) {
        var attempt = target.attempt("resumption", currentActor.get(), input);
        return commands.take(Action.RESUME, attempt, (order, deed) -> order.resume(input.reason(), deed));
    }
}
