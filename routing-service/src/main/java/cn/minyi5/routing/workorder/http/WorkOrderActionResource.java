package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.workorder.WorkOrderCommands;
import cn.minyi5.routing.workorder.WorkOrderCommands.Attempt;
import cn.minyi5.routing.workorder.WorkOrderView;
import cn.minyi5.routing.workorder.domain.Action;
import cn.minyi5.routing.workorder.domain.Assignment;
import cn.minyi5.routing.workorder.domain.NotAcceptedReason;
import cn.minyi5.routing.workorder.domain.NotOurs;
import cn.minyi5.routing.workorder.domain.Reply;
import cn.minyi5.routing.workorder.domain.Words;
import cn.minyi5.routing.workorder.domain.WorkOrder;
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
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What people do to work orders. Which of these roles does what is said by the table of transitions. */
@Path("/api")
@RolesAllowed({Roles.CLERK, Roles.DISPATCHER, Roles.SUPERVISOR})
class WorkOrderActionResource {

    /** There are not many more departments in a county. */
    private static final int MOST_ASSISTING = 20;

    private static final Pattern ETAG = Pattern.compile("\"?(\\d{1,9})\"?");

    private final CurrentActor currentActor;
    private final WorkOrderCommands commands;

    WorkOrderActionResource(CurrentActor currentActor, WorkOrderCommands commands) {
        this.currentActor = currentActor;
        this.commands = commands;
    }

    /**
     * What every transition is told besides its body.
     *
     * @param key of this submission: sent again with it, the first answer comes back
     * @param seenVersion the order's version that the decision was made on, as an ETag
     */
    record Target(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader("If-Match") @Nullable String seenVersion) {}

    /** @param assisting may be absent */
    record DispatchInput(
            @NotBlank @Size(max = Department.LONGEST_CODE) String lead,
            @Nullable @Size(max = MOST_ASSISTING) List<@NotBlank @Size(max = Department.LONGEST_CODE) String> assisting,
            @NotBlank @Schema(maxLength = Words.LONGEST_REASON) String reason) {}

    record RefusalInput(@NotNull NotAcceptedReason reason) {}

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

    /** @param reason must be there where the answer is no */
    record JudgementInput(@NotNull Boolean accept, @Nullable @Size(max = Words.LONGEST_REASON) String reason) {}

    /** @param minutes of the meeting that ruled */
    record RulingInput(
            @NotBlank @Size(max = Department.LONGEST_CODE) String lead,
            @NotBlank @Size(max = Words.LONGEST_REASON) String minutes) {}

    /** @param contactLog how and when the citizen was spoken to */
    record ReplyInput(
            @NotNull ResultCode resultCode,
            @NotBlank @Schema(maxLength = Reply.LONGEST_TEXT) String text,
            @NotBlank @Schema(maxLength = Reply.LONGEST_TEXT) String contactLog) {}

    @POST
    @Path("work-orders/{id}/dispatch")
    @Operation(operationId = "dispatchWorkOrder", summary = "人工派单 / The desk decides where no rule did")
    public Uni<WorkOrderView> dispatch(@BeanParam Target target, @NotNull @Valid DispatchInput input) {
        var assisting = Objects.requireNonNullElse(input.assisting(), List.<String>of());
        return commands.dispatch(
                attempt("dispatch", target, input), Assignment.byPerson(input.lead(), assisting), input.reason());
    }

    @POST
    @Path("work-orders/{id}/refusal")
    @Operation(operationId = "refuseWorkOrder", summary = "不予受理 / Refused for a reason from the closed list")
    public Uni<WorkOrderView> refuse(@BeanParam Target target, @NotNull @Valid RefusalInput input) {
        return commands.take(
                Action.REFUSE, attempt("refusal", target, input), (order, deed) -> order.refuse(input.reason(), deed));
    }

    @POST
    @Path("work-orders/{id}/sign")
    @Operation(operationId = "signWorkOrder", summary = "签收 / The lead department takes the order on")
    public Uni<WorkOrderView> sign(@BeanParam Target target) {
        return commands.take(Action.SIGN, attempt("sign", target, null), WorkOrder::sign);
    }

    @POST
    @Path("work-orders/{id}/return")
    @Operation(operationId = "returnWorkOrder", summary = "退单 / \"Not ours\", within the return window")
    public Uni<WorkOrderView> returnOrder(@BeanParam Target target, @NotNull @Valid ReturnInput input) {
        var because = new NotOurs(input.reason(), input.clause(), input.suggestedDepartment());
        return commands.returnBecause(attempt("return", target, input), because);
    }

    @POST
    @Path("work-orders/{id}/return-ruling")
    @Operation(operationId = "judgeReturn", summary = "退单审核 / Accepts a return, or rejects it in writing")
    public Uni<WorkOrderView> judgeReturn(@BeanParam Target target, @NotNull @Valid JudgementInput input) {
        var attempt = attempt("return-ruling", target, input);
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
        return commands.arbitrate(attempt("arbitration-ruling", target, input), input.lead(), input.minutes());
    }

    @POST
    @Path("work-orders/{id}/reply")
    @Operation(operationId = "replyToWorkOrder", summary = "答复 / What came of it, for the desk to review")
    public Uni<WorkOrderView> reply(@BeanParam Target target, @NotNull @Valid ReplyInput input) {
        return commands.reply(attempt("reply", target, input), input.resultCode(), input.text(), input.contactLog());
    }

    @POST
    @Path("work-orders/{id}/reply-review")
    @Operation(operationId = "reviewReply", summary = "答复审核 / Accepts a reply, or says what is wrong with it")
    public Uni<WorkOrderView> reviewReply(@BeanParam Target target, @NotNull @Valid JudgementInput input) {
        var attempt = attempt("reply-review", target, input);
        return input.accept()
                ? commands.take(Action.ACCEPT_REPLY, attempt, (order, deed) -> order.acceptReply(input.reason(), deed))
                : commands.take(
                        Action.SEND_REPLY_BACK, attempt, (order, deed) -> order.sendReplyBack(input.reason(), deed));
    }

    private Attempt attempt(String operation, Target target, @Nullable Object body) {
        var command = new Command(currentActor.get(), operation + "/" + target.id(), target.key(), body);
        return new Attempt(target.id(), command, version(target.seenVersion()));
    }

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
