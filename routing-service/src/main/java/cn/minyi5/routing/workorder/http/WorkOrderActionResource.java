package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.workorder.WorkOrderCommands;
import cn.minyi5.routing.workorder.WorkOrderCommands.Attempt;
import cn.minyi5.routing.workorder.WorkOrderView;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.NotAcceptedReason;
import cn.minyi5.routing.workorder.domain.NotOurs;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What people do to work orders. Which of these roles does what is said by the table of transitions. */
@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DISPATCHER, Roles.SUPERVISOR})
class WorkOrderActionResource {

    private static final Pattern ETAG = Pattern.compile("\"?(\\d{1,9})\"?");

    private final CurrentActor currentActor;
    private final WorkOrderCommands commands;

    WorkOrderActionResource(CurrentActor currentActor, WorkOrderCommands commands) {
        this.currentActor = currentActor;
        this.commands = commands;
    }

    /**
     * What may come along with any transition.
     *
     * @param key of this submission: sent again with it, the first answer comes back
     * @param seenVersion the order's version that the decision was made on, as an ETag
     */
    record TransitionHeaders(
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader("If-Match") @Nullable String seenVersion) {}

    /** @param assisting may be absent */
    record DispatchInput(@NotBlank String lead, @Nullable List<@NotBlank String> assisting, @NotBlank String reason) {}

    record RefusalInput(@NotNull NotAcceptedReason reason) {}

    /** @param suggestedDepartment whose it is in their eyes */
    record ReturnInput(@NotBlank String reason, @Nullable String clause, @Nullable String suggestedDepartment) {}

    /** @param reason must be there where the answer is no */
    record JudgementInput(@NotNull Boolean accept, @Nullable String reason) {}

    /** @param minutes of the meeting that ruled */
    record RulingInput(@NotBlank String lead, @NotBlank String minutes) {}

    /** @param contactLog how and when the citizen was spoken to */
    record ReplyInput(@NotNull ResultCode resultCode, @NotBlank String text, @NotBlank String contactLog) {}

    @POST
    @Path("work-orders/{id}/dispatch")
    @Operation(operationId = "dispatchWorkOrder", summary = "人工派单 / The desk decides where no rule did")
    public Uni<WorkOrderView> dispatch(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid DispatchInput input) {
        var assisting = input.assisting() == null ? List.<String>of() : input.assisting();
        return commands.dispatch(
                attempt("dispatch", id, headers, input), Assignment.byPerson(input.lead(), assisting), input.reason());
    }

    @POST
    @Path("work-orders/{id}/refusal")
    @Operation(operationId = "refuseWorkOrder", summary = "不予受理 / Refused for a reason from the closed list")
    public Uni<WorkOrderView> refuse(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid RefusalInput input) {
        return commands.refuse(attempt("refusal", id, headers, input), input.reason());
    }

    @POST
    @Path("work-orders/{id}/sign")
    @Operation(operationId = "signWorkOrder", summary = "签收 / The lead department takes the order on")
    public Uni<WorkOrderView> sign(@RestPath UUID id, @BeanParam TransitionHeaders headers) {
        return commands.sign(attempt("sign", id, headers, null));
    }

    @POST
    @Path("work-orders/{id}/return")
    @Operation(operationId = "returnWorkOrder", summary = "退单 / \"Not ours\", within the return window")
    public Uni<WorkOrderView> returnOrder(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid ReturnInput input) {
        return commands.returnBecause(
                attempt("return", id, headers, input),
                new NotOurs(input.reason(), input.clause(), input.suggestedDepartment()));
    }

    @POST
    @Path("work-orders/{id}/return-ruling")
    @Operation(operationId = "judgeReturn", summary = "退单审核 / Accepts a return, or rejects it in writing")
    public Uni<WorkOrderView> judgeReturn(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid JudgementInput input) {
        var attempt = attempt("return-ruling", id, headers, input);
        return input.accept()
                ? commands.acceptReturn(attempt, input.reason())
                : commands.rejectReturn(attempt, input.reason());
    }

    @POST
    @Path("work-orders/{id}/arbitration-ruling")
    @Operation(operationId = "arbitrateWorkOrder", summary = "会商裁定 / Says whose it is, for good")
    public Uni<WorkOrderView> arbitrate(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid RulingInput input) {
        return commands.arbitrate(attempt("arbitration-ruling", id, headers, input), input.lead(), input.minutes());
    }

    @POST
    @Path("work-orders/{id}/reply")
    @Operation(operationId = "replyToWorkOrder", summary = "答复 / What came of it, for the desk to review")
    public Uni<WorkOrderView> reply(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid ReplyInput input) {
        return commands.reply(
                attempt("reply", id, headers, input), input.resultCode(), input.text(), input.contactLog());
    }

    @POST
    @Path("work-orders/{id}/reply-review")
    @Operation(operationId = "reviewReply", summary = "答复审核 / Accepts a reply, or says what is wrong with it")
    public Uni<WorkOrderView> reviewReply(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid JudgementInput input) {
        var attempt = attempt("reply-review", id, headers, input);
        return input.accept()
                ? commands.acceptReply(attempt, input.reason())
                : commands.sendReplyBack(attempt, input.reason());
    }

    private Attempt attempt(String operation, UUID id, TransitionHeaders headers, @Nullable Object body) {
        var command = new Command(currentActor.get(), operation + "/" + id, headers.key(), body);
        return new Attempt(id, command, version(headers.seenVersion()));
    }

    /** @throws Refusal {@code work-order.version-malformed} */
    private static @Nullable Integer version(@Nullable String seen) {
        if (seen == null || seen.isBlank() || seen.equals("*")) {
            return null;
        }
        var version = ETAG.matcher(seen.strip());
        if (!version.matches()) {
            throw Refusal.invalid("work-order.version-malformed", "If-Match").with("value", seen);
        }
        return Integer.valueOf(version.group(1));
    }
}
