package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.workorder.WorkOrderCommands;
import cn.minyi5.routing.workorder.WorkOrderView;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Reply;
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
import org.jboss.resteasy.reactive.RestPath;

/** 协办. Each assisting department for its own part, and the lead for all of them. */
@Path("/api")
@RolesAllowed(Roles.CLERK)
class AssistingResource {

    private final CurrentActor currentActor;
    private final WorkOrderCommands commands;

    AssistingResource(CurrentActor currentActor, WorkOrderCommands commands) {
        this.currentActor = currentActor;
        this.commands = commands;
    }

    /** @param text what the department has done */
    record HandInInput(@NotBlank @Size(max = Reply.LONGEST_TEXT) String text) {}

    @POST
    @Path("work-orders/{id}/assisting/{department}/sign")
    @Operation(operationId = "signPart", summary = "协办签收 / An assisting department takes its part on")
    public Uni<WorkOrderView> sign(
            @BeanParam Target target, @RestPath @Size(max = Department.LONGEST_CODE) String department) {
        var attempt = target.attempt("sign-part/" + department, currentActor.get(), null);
        return commands.take(Action.SIGN_PART, attempt, (order, deed) -> order.signPart(department, deed));
    }

    @POST
    @Path("work-orders/{id}/assisting/{department}/hand-in")
    @Operation(operationId = "handInPart", summary = "协办交件 / What it has done, for the lead to confirm")
    public Uni<WorkOrderView> handIn(
            @BeanParam Target target,
            @RestPath @Size(max = Department.LONGEST_CODE) String department,
            @NotNull @Valid HandInInput input) {
        var attempt = target.attempt("hand-in-part/" + department, currentActor.get(), input);
        return commands.take(
                Action.HAND_IN_PART, attempt, (order, deed) -> order.handInPart(department, input.text(), deed));
    }

    @POST
    @Path("work-orders/{id}/assisting/{department}/confirmation")
    @Operation(operationId = "confirmPart", summary = "协办确认 / The lead confirms a part, or sends it back in writing")
    public Uni<WorkOrderView> confirm(
            @BeanParam Target target,
            @RestPath @Size(max = Department.LONGEST_CODE) String department,
            @NotNull @Valid JudgementInput input) {
        var attempt = target.attempt("confirm-part/" + department, currentActor.get(), input);
        return input.accept()
                ? commands.take(
                        Action.CONFIRM_PART,
                        attempt,
                        (order, deed) -> order.confirmPart(department, input.reason(), deed))
                : commands.take(
                        Action.SEND_PART_BACK,
                        attempt,
                        (order, deed) -> order.sendPartBack(department, input.reason(), deed));
    }
}
