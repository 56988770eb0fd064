package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.workorder.Attempt;
import cn.minyi5.routing.workorder.DiversionCommands;
import cn.minyi5.routing.workorder.DiversionCommands.Outcome;
import cn.minyi5.routing.workorder.WorkOrderCommands;
import cn.minyi5.routing.workorder.WorkOrderView;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.Forwarding;
import cn.minyi5.routing.workorder.domain.NotAcceptedReason;
import cn.minyi5.routing.workorder.domain.Parent;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.Words;
import cn.minyi5.web.Command;
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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** 批办. What the desk does with an order that no department has, and what other platforms tell of those they were given. */
@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DISPATCHER, Roles.SUPERVISOR})
class DispatchResource {

    /** There are not many more departments in a county. */
    private static final int MOST_ASSISTING = 20;

    private final CurrentActor currentActor;
    private final WorkOrderCommands commands;
    private final DiversionCommands diversions;

    DispatchResource(CurrentActor currentActor, WorkOrderCommands commands, DiversionCommands diversions) {
        this.currentActor = currentActor;
        this.commands = commands;
        this.diversions = diversions;
    }

    /** @param assisting may be absent */
    record DispatchInput(
            @NotBlank @Size(max = Department.LONGEST_CODE) String lead,
            @Nullable @Size(max = MOST_ASSISTING) List<@NotBlank @Size(max = Department.LONGEST_CODE) String> assisting,
            @NotBlank @Schema(maxLength = Words.LONGEST_REASON) String reason) {}

    record RefusalInput(@NotNull NotAcceptedReason reason) {}

    /** @param parent number of the order that goes on */
    record MergerInput(
            @NotBlank @Size(max = Parent.LONGEST_NUMBER) String parent,
            @NotBlank @Size(max = Words.LONGEST_REASON) String reason) {}

    /** @param externalNumber what the other platform calls it */
    record ForwardingInput(
            @NotBlank @Size(max = Forwarding.LONGEST_NUMBER) String externalNumber,
            @NotBlank @Size(max = Words.LONGEST_REASON) String reason) {}

    /**
     * @param resultCode and {@code text} of what is answered
     * @param reason of what is taken back
     */
    record OutcomeInput(
            @NotNull Outcome outcome,
            @Nullable ResultCode resultCode,
            @Nullable @Size(max = Reply.LONGEST_TEXT) String text,
            @Nullable @Size(max = Words.LONGEST_REASON) String reason) {}

    @POST
    @Path("work-orders/{id}/dispatch")
    @Operation(operationId = "dispatchWorkOrder", summary = "人工派单 / The desk decides where no rule did")
    public Uni<WorkOrderView> dispatch(@BeanParam Target target, @NotNull @Valid DispatchInput input) {
        var assisting = Objects.requireNonNullElse(input.assisting(), List.<String>of());
        var attempt = target.attempt("dispatch", currentActor.get(), input);
        return commands.dispatch(attempt, Assignment.byPerson(input.lead(), assisting), input.reason());
    }

    @POST
    @Path("work-orders/{id}/refusal")
    @Operation(operationId = "refuseWorkOrder", summary = "不予受理 / Refused for a reason from the closed list")
    public Uni<WorkOrderView> refuse(@BeanParam Target target, @NotNull @Valid RefusalInput input) {
        var attempt = target.attempt("refusal", currentActor.get(), input);
        return commands.take(Action.REFUSE, attempt, (order, deed) -> order.refuse(input.reason(), deed));
    }

    @POST
    @Path("work-orders/{id}/merge")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(
            operationId = "mergeWorkOrder",
            summary = "并案 / Another order goes on for both, and all who asked hear of it")
    public Uni<WorkOrderView> merge(@BeanParam Target target, @NotNull @Valid MergerInput input) {
        var attempt = target.attempt("merge", currentActor.get(), input);
        return diversions.merge(attempt, input.parent(), input.reason());
    }

    @POST
    @Path("work-orders/{id}/forwarding")
    @RolesAllowed(Roles.DISPATCHER)
    @Operation(operationId = "forwardWorkOrder", summary = "外转 / To another platform, by its number there")
    public Uni<WorkOrderView> forward(@BeanParam Target target, @NotNull @Valid ForwardingInput input) {
        var attempt = target.attempt("forwarding", currentActor.get(), input);
        return diversions.forwardOut(attempt, input.externalNumber(), input.reason());
    }

    @POST
    @Path("work-orders/{id}/forwarding-outcome")
    @RolesAllowed({Roles.DISPATCHER, Roles.INTEGRATION})
    @Operation(operationId = "concludeForwarding", summary = "外转结果 / What became of it at the other platform")
    public Uni<WorkOrderView> conclude(@BeanParam Target target, @NotNull @Valid OutcomeInput input) {
        return conclude(target.attempt("forwarding-outcome", currentActor.get(), input), input);
    }

    @POST
    @Path("external-orders/{externalNumber}/outcome")
    @RolesAllowed({Roles.DISPATCHER, Roles.INTEGRATION})
    @Operation(
            operationId = "concludeExternalOrder",
            summary = "外转结果（按外部编号） / The same, told by the platform under the number that it knows")
    public Uni<WorkOrderView> concludeExternal(
            @RestPath @Size(max = Forwarding.LONGEST_NUMBER) String externalNumber,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @NotNull @Valid OutcomeInput input) {
        var command = new Command(currentActor.get(), "external-outcome/" + externalNumber, key, input);
        return diversions.forwardedAs(externalNumber, command).flatMap(attempt -> conclude(attempt, input));
    }

    private Uni<WorkOrderView> conclude(Attempt attempt, OutcomeInput input) {
        return switch (input.outcome()) {
            case ANSWERED -> diversions.answerOutside(attempt, input.resultCode(), input.text());
            case TAKEN_BACK -> diversions.takeBack(attempt, input.reason());
        };
    }
}
