package cn.minyi5.routing.sandbox.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.sandbox.SandboxOrders;
import cn.minyi5.routing.sandbox.SandboxOrders.SandboxOrdersView;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** For developers of departments' systems. */
@Path("/api/sandbox/work-orders")
@RolesAllowed(Roles.INTEGRATION)
class SandboxResource {

    private static final int MOST = 20;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_CATEGORY = 8;
    private static final String SOME_TEXT = "沙盒诉求：村口水管漏水。Made up for trying the API.";

    private final CurrentActor actor;
    private final SandboxOrders orders;

    SandboxResource(CurrentActor actor, SandboxOrders orders) {
        this.actor = actor;
        this.orders = orders;
    }

    /**
     * @param count how many; one if absent
     * @param categoryCode such as GS02, which it is if absent
     * @param text what the made-up citizen asks for
     */
    record SandboxInput(
            @Nullable @Min(1) @Max(MOST) Integer count,
            @Nullable @Size(max = LONGEST_CATEGORY) @Pattern(regexp = "[A-Z]{2}\\d{2}") String categoryCode,
            @Nullable @Size(min = 1, max = LONGEST_TEXT) String text) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createSandboxOrders",
            summary = "生成沙盒工单 / Makes up orders for the sandbox's department; no county counts them")
    public Uni<SandboxOrdersView> create(
            @RestHeader("Idempotency-Key") @Nullable String key, @NotNull @Valid SandboxInput input) {
        var command = new Command(actor.get(), "create-sandbox-orders", Idempotency.required(key), input);
        return orders.make(
                command,
                Objects.requireNonNullElse(input.count(), 1),
                Objects.requireNonNullElse(input.categoryCode(), SandboxOrders.CATEGORY),
                Objects.requireNonNullElse(input.text(), SOME_TEXT));
    }
}
