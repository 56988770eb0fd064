package cn.minyi5.notification.delivery.http;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.notification.delivery.Deliveries;
import cn.minyi5.notification.delivery.Deliveries.DeliveryView;
import cn.minyi5.notification.delivery.Deliveries.InboxMessageView;
import cn.minyi5.notification.delivery.domain.Delivery;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** 收件箱, everybody's own, and 送达回执, for the office. */
@Path("/api")
class DeliveryResource {

    private final Deliveries deliveries;
    private final CurrentActor actor;

    DeliveryResource(Deliveries deliveries, CurrentActor actor) {
        this.deliveries = deliveries;
        this.actor = actor;
    }

    @GET
    @Path("me/inbox")
    @Authenticated
    @Operation(operationId = "listInbox", summary = "我的收件箱 / My messages, latest first")
    public Uni<Page<InboxMessageView>> listInbox(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return deliveries.inbox(actor.get().username(), Cursor.parse(after), limit);
    }

    @POST
    @Path("me/inbox/{id}/read")
    @Authenticated
    @Operation(operationId = "readMessage", summary = "标为已读 / I have read it")
    public Uni<InboxMessageView> read(@RestPath UUID id) {
        return deliveries.read(actor.get().username(), id);
    }

    @GET
    @Path("deliveries")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    @Operation(operationId = "listDeliveries", summary = "送达回执 / What became of each delivery, latest first")
    public Uni<Page<DeliveryView>> list(
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var only = Refusal.ifUnreadable("delivery.state-unknown", "state", state, Delivery.State::valueOf);
        return deliveries.page(AccessScope.of(actor.get()), only, Cursor.parse(after), limit);
    }
}
