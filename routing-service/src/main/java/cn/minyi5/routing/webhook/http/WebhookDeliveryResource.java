package cn.minyi5.routing.webhook.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.webhook.WebhookDeliveries;
import cn.minyi5.routing.webhook.WebhookDeliveries.DeliveryView;
import cn.minyi5.routing.webhook.WebhookDeliveries.ReplayedView;
import cn.minyi5.routing.webhook.domain.DeliveryState;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a department's system was told, or could not be. */
@Path("/api/webhook-subscriptions/{id}")
@RolesAllowed({Roles.DEPARTMENT_HEAD, Roles.ADMINISTRATOR, Roles.INTEGRATION})
class WebhookDeliveryResource {

    private final CurrentActor actor;
    private final WebhookDeliveries deliveries;

    WebhookDeliveryResource(CurrentActor actor, WebhookDeliveries deliveries) {
        this.actor = actor;
        this.deliveries = deliveries;
    }

    /** @param since when it happened, at the earliest */
    record ReplayInput(@NotNull OffsetDateTime since) {}

    @GET
    @Path("deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "投递记录 / Deliveries, the latest first, and what was answered")
    public Uni<Page<DeliveryView>> list(
            @RestPath UUID id,
            @RestQuery @Nullable DeliveryState state,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return deliveries.page(actor.get(), id, state, Cursor.parse(after), limit);
    }

    @POST
    @Path("ping")
    @ResponseStatus(201)
    @Operation(operationId = "pingWebhook", summary = "试投 / Sends webhook.ping, which is about no order")
    public Uni<DeliveryView> ping(@RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String key) {
        return deliveries.ping(command("ping-webhook/" + id, Idempotency.required(key), null), id);
    }

    @POST
    @Path("deliveries/{delivery}/replay")
    @Operation(operationId = "replayWebhookDelivery", summary = "重投 / Sends one once more, under the same webhook-id")
    public Uni<DeliveryView> replay(
            @RestPath UUID id, @RestPath UUID delivery, @RestHeader("Idempotency-Key") @Nullable String key) {
        return deliveries.replay(command("replay-webhook/" + id + "/" + delivery, key, null), id, delivery);
    }

    @POST
    @Path("replay")
    @Operation(
            operationId = "replayWebhook",
            summary = "补投 / Sends all since a moment once more, for a system that has lost them")
    public Uni<ReplayedView> replaySince(
            @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String key, @NotNull @Valid ReplayInput input) {
        return deliveries.replaySince(
                command("replay-webhook/" + id, key, input), id, input.since().toInstant());
    }

    private Command command(String operation, @Nullable String key, @Nullable Object body) {
        return new Command(actor.get(), operation, key, body);
    }
}
