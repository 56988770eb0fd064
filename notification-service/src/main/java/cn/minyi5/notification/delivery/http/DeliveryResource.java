package cn.minyi5.notification.delivery.http;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.notification.delivery.DeliveryReports;
import cn.minyi5.notification.delivery.DeliveryView;
import cn.minyi5.notification.delivery.domain.DeliveryState;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 送达回执. */
@Path("/api/deliveries")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
class DeliveryResource {

    private final DeliveryReports reports;
    private final CurrentActor actor;

    DeliveryResource(DeliveryReports reports, CurrentActor actor) {
        this.reports = reports;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listDeliveries", summary = "送达回执 / What became of each delivery, latest first")
    public Uni<Page<DeliveryView>> list(
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return reports.page(AccessScope.of(actor.get()), state(state), Cursor.parse(after), limit);
    }

    private static @Nullable DeliveryState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("delivery.state-unknown", "state").with("value", name));
    }
}
