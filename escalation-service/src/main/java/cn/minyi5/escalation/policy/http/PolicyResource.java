package cn.minyi5.escalation.policy.http;

import cn.minyi5.access.Roles;
import cn.minyi5.escalation.policy.application.AddPolicy;
import cn.minyi5.escalation.policy.application.SlaPolicies;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Policies: added by an administrator, never changed. */
@Path("/api/policies")
class PolicyResource {

    private static final int CREATED = 201;

    private final AddPolicy addPolicy;
    private final SlaPolicies policies;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    PolicyResource(AddPolicy addPolicy, SlaPolicies policies, Idempotency idempotency, CurrentActor actor) {
        this.addPolicy = addPolicy;
        this.policies = policies;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "addPolicy", summary = "新增时限规则版本 / Adds a version of the terms for a scope")
    public Uni<Response> add(
            @NotNull @Valid PolicyInput input, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
        var scope = input.scope();
        var terms = input.terms();
        return idempotency.once(idempotencyKey, actor.get(), "add-policy", input, CREATED, tx -> addPolicy
                .handle(tx, scope, terms, input.inForceFrom())
                .map(PolicyView::of));
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR, Roles.DISPATCHER, Roles.DEPARTMENT_HEAD, Roles.CLERK})
    @Operation(operationId = "listPolicies", summary = "时限规则 / All versions of all policies")
    public Uni<Page<PolicyView>> list() {
        return policies.book()
                .map(book ->
                        new Page<>(book.policies().stream().map(PolicyView::of).toList(), null, (long)
                                book.policies().size()));
    }
}
