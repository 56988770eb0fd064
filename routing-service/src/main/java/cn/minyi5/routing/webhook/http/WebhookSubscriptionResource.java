package cn.minyi5.routing.webhook.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.DivisionCode;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.routing.catalogue.domain.Department;
import cn.minyi5.routing.webhook.RecordDeliveries;
import cn.minyi5.routing.webhook.SubscriptionView;
import cn.minyi5.routing.webhook.Subscriptions;
import cn.minyi5.routing.webhook.WebhookCommands;
import cn.minyi5.routing.webhook.WebhookCommands.Wish;
import cn.minyi5.routing.webhook.domain.HookUrl;
import cn.minyi5.web.Command;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where departments' own systems hear of their work orders. */
@Path("/api/webhook-subscriptions")
@RolesAllowed({Roles.DEPARTMENT_HEAD, Roles.ADMINISTRATOR, Roles.INTEGRATION})
class WebhookSubscriptionResource {

    private static final int MOST_TYPES = 100;
    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_DIVISION = 15;

    private final CurrentActor actor;
    private final WebhookCommands commands;
    private final Subscriptions subscriptions;

    WebhookSubscriptionResource(CurrentActor actor, WebhookCommands commands, Subscriptions subscriptions) {
        this.actor = actor;
        this.commands = commands;
        this.subscriptions = subscriptions;
    }

    /**
     * @param url https alone, but for systems on this very machine where the installation allows that
     * @param types such as {@code work-order.dispatched.v1}; absent for all of them
     * @param department the caller's own if absent; administrators name one
     * @param division where; all of the caller's jurisdiction if absent
     */
    record SubscriptionInput(
            @NotBlank @Size(max = HookUrl.LONGEST) String url,
            @Nullable @Size(max = MOST_TYPES) List<@NotBlank @Size(max = LONGEST_TYPE) String> types,
            @Nullable @Size(max = Department.LONGEST_CODE) String department,
            @Nullable @Schema(maxLength = LONGEST_DIVISION) String division) {

        Wish wish() {
            var wanted = Objects.requireNonNullElse(types, List.<String>of());
            for (var type : wanted) {
                if (!RecordDeliveries.TYPES.contains(type)) {
                    throw Refusal.invalid("webhook.type-unknown", "types")
                            .with("value", type)
                            .with("types", String.join(", ", RecordDeliveries.TYPES));
                }
            }
            return new Wish(HookUrl.of(url), wanted, department, division == null ? null : new DivisionCode(division));
        }
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createWebhookSubscription",
            summary = "订阅工单事件 / A department's system is told of its work orders; the secret is told here alone")
    public Uni<SubscriptionView> create(
            @RestHeader("Idempotency-Key") @Nullable String key, @NotNull @Valid SubscriptionInput input) {
        var command = new Command(actor.get(), "create-webhook-subscription", Idempotency.required(key), input);
        return commands.subscribe(command, input.wish());
    }

    @GET
    @Operation(
            operationId = "listWebhookSubscriptions",
            summary = "订阅列表 / Subscriptions of one's department, and how they fare")
    public Uni<Page<SubscriptionView>> list(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return subscriptions.page(actor.get(), after, limit);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getWebhookSubscription", summary = "订阅详情 / One subscription, without its secret")
    public Uni<SubscriptionView> get(@RestPath UUID id) {
        return subscriptions.get(actor.get(), id);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteWebhookSubscription", summary = "取消订阅 / Ends it, with all its deliveries")
    public Uni<Void> delete(@RestPath UUID id) {
        return commands.end(actor.get(), id);
    }

    @POST
    @Path("{id}/secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "更换签名密钥 / A new secret; the former one signs too for a day")
    public Uni<SubscriptionView> rotateSecret(@RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String key) {
        return commands.rotateSecret(command("rotate-webhook-secret", id, Idempotency.required(key)), id);
    }

    @POST
    @Path("{id}/pause")
    @Operation(operationId = "pauseWebhook", summary = "暂停推送 / Nothing is sent; what happens meanwhile waits")
    public Uni<SubscriptionView> pause(@RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String key) {
        return commands.pause(command("pause-webhook", id, key), id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(
            operationId = "resumeWebhook",
            summary = "恢复推送 / Sends again, what has waited first; also after it was disabled")
    public Uni<SubscriptionView> resume(@RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String key) {
        return commands.resume(command("resume-webhook", id, key), id);
    }

    private Command command(String operation, UUID id, @Nullable String key) {
        return new Command(actor.get(), operation + "/" + id, key, null);
    }
}
