package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.ResultCode;
import cn.minyi5.routing.workorder.application.NotOurs;
import cn.minyi5.routing.workorder.application.ReplyToWorkOrder;
import cn.minyi5.routing.workorder.application.ReturnWorkOrder;
import cn.minyi5.routing.workorder.application.SignWorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What the lead department does. Supervisors do it for confidential orders, which no department sees. */
@Path("/api/work-orders/{id}")
class DepartmentActionResource {

    private final Transitions transitions;
    private final SignWorkOrder signWorkOrder;
    private final ReturnWorkOrder returnWorkOrder;
    private final ReplyToWorkOrder replyToWorkOrder;

    DepartmentActionResource(
            Transitions transitions,
            SignWorkOrder signWorkOrder,
            ReturnWorkOrder returnWorkOrder,
            ReplyToWorkOrder replyToWorkOrder) {
        this.transitions = transitions;
        this.signWorkOrder = signWorkOrder;
        this.returnWorkOrder = returnWorkOrder;
        this.replyToWorkOrder = replyToWorkOrder;
    }

    /** @param suggestedDepartment whose it is in their eyes */
    record ReturnInput(@NotBlank String reason, @Nullable String clause, @Nullable String suggestedDepartment) {}

    /** @param contactLog how and when the citizen was spoken to */
    record ReplyInput(@NotNull ResultCode resultCode, @NotBlank String text, @NotBlank String contactLog) {}

    @POST
    @Path("sign")
    @RolesAllowed({Roles.CLERK, Roles.SUPERVISOR})
    @Operation(operationId = "signWorkOrder", summary = "签收 / The lead department takes the order on")
    public Uni<Response> sign(@RestPath UUID id, @BeanParam TransitionHeaders headers) {
        return transitions.answer("sign", id, headers, null, signWorkOrder::handle);
    }

    @POST
    @Path("return")
    @RolesAllowed(Roles.CLERK)
    @Operation(operationId = "returnWorkOrder", summary = "退单 / \"Not ours\", within the return window")
    public Uni<Response> returnOrder(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid ReturnInput input) {
        var because = new NotOurs(input.reason(), input.clause(), input.suggestedDepartment());
        return transitions.answer(
                "return", id, headers, input, (tx, attempt) -> returnWorkOrder.handle(tx, attempt, because));
    }

    @POST
    @Path("reply")
    @RolesAllowed({Roles.CLERK, Roles.SUPERVISOR})
    @Operation(operationId = "replyToWorkOrder", summary = "答复 / What came of it, for the desk to review")
    public Uni<Response> reply(
            @RestPath UUID id, @BeanParam TransitionHeaders headers, @NotNull @Valid ReplyInput input) {
        return transitions.answer(
                "reply",
                id,
                headers,
                input,
                (tx, attempt) ->
                        replyToWorkOrder.handle(tx, attempt, input.resultCode(), input.text(), input.contactLog()));
    }
}
