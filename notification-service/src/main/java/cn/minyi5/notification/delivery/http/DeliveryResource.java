package cn.minyi5.notification.delivery.http;

import cn.minyi5.notification.delivery.application.DeliveryReports;
import cn.minyi5.notification.delivery.domain.DeliveryState;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Page;
import cn.minyi5.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
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
            @RestQuery @Nullable DeliveryState state,
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var asking = actor.get();
        var sight = new DeliveryReports.Sight(asking.division(), asking.is(Roles.SUPERVISOR), state);
        return reports.count(sight)
                .flatMap(total -> reports.page(sight, after, limit).map(page -> {
                    var next = page.size() < limit
                            ? null
                            : page.get(limit - 1).id().toString();
                    return new Page<>(page.stream().map(DeliveryView::of).toList(), next, total);
                }));
    }
}
