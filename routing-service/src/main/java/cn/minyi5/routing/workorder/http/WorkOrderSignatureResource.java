package cn.minyi5.routing.workorder.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.workorder.SignWorkOrders;
import cn.minyi5.routing.workorder.SignWorkOrders.Refused;
import cn.minyi5.routing.workorder.SignWorkOrders.Signatures;
import cn.minyi5.routing.workorder.SignWorkOrders.Wanted;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.ProblemTexts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Many signatures in one call. */
@Path("/api/work-order-signatures")
@RolesAllowed({Roles.CLERK, Roles.SUPERVISOR})
class WorkOrderSignatureResource {

    /** The longest page of a list. */
    private static final int MOST = 200;

    private static final int LAST_VERSION = 999_999_999;

    private final CurrentActor currentActor;
    private final SignWorkOrders signing;

    WorkOrderSignatureResource(CurrentActor currentActor, SignWorkOrders signing) {
        this.currentActor = currentActor;
        this.signing = signing;
    }

    /** @param version that was seen; may be absent */
    record WantedInput(@NotNull UUID id, @Nullable @Min(0) @Max(LAST_VERSION) Integer version) {}

    record SignaturesInput(@NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid WantedInput> workOrders) {}

    @POST
    @Operation(
            operationId = "signWorkOrders",
            summary = "批量签收 / Signs many orders; each is answered with the order or with why it was not signed")
    public Uni<Signatures> sign(
            @RestHeader("Idempotency-Key") @Nullable String key,
            @Context HttpHeaders headers,
            @NotNull @Valid SignaturesInput input) {
        var wanted = input.workOrders().stream()
                .map(one -> new Wanted(one.id(), one.version()))
                .toList();
        var language = ProblemTexts.language(headers.getAcceptableLanguages());
        return signing.sign(new Command(currentActor.get(), "sign-all", key, input), wanted)
                .map(done -> done.told(refused -> new Refused(
                        refused.code(),
                        ProblemTexts.of(refused.code(), language, details(refused)),
                        refused.state(),
                        refused.version())));
    }

    private static Map<String, Object> details(Refused refused) {
        return refused.state() == null || refused.version() == null
                ? Map.of()
                : Map.of("state", refused.state(), "version", refused.version(), "action", "SIGN");
    }
}
