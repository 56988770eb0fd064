package cn.minyi5.intake.open311.http;

import cn.minyi5.access.Roles;
import cn.minyi5.intake.open311.ApiKeys;
import cn.minyi5.intake.open311.ApiKeys.ApiKey;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Idempotency;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/open311-keys")
@RolesAllowed(Roles.ADMINISTRATOR)
class ApiKeyResource {

    private final ApiKeys keys;
    private final CurrentActor actor;

    ApiKeyResource(ApiKeys keys, CurrentActor actor) {
        this.keys = keys;
        this.actor = actor;
    }

    /** @param name of the system that gets it */
    record ApiKeyInput(@Schema(maxLength = ApiKeys.LONGEST_NAME) @Nullable String name) {}

    /** @param apiKey told here alone */
    record IssuedKeyView(UUID id, String apiKey) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "issueOpen311Key",
            summary = "签发 Open311 密钥 / Gives a system a key for the places of one's own")
    public Uni<IssuedKeyView> issue(@RestHeader("Idempotency-Key") @Nullable String key, @Nullable ApiKeyInput input) {
        return keys.issue(input == null ? null : input.name(), Idempotency.required(key), actor.get())
                .map(id -> new IssuedKeyView(id, keys.keyOf(id)));
    }

    @GET
    @Operation(operationId = "listOpen311Keys", summary = "Open311 密钥 / Who has a key; never the key itself")
    public Uni<Page<ApiKey>> list(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return keys.list(actor.get(), after, limit);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeOpen311Key", summary = "吊销 Open311 密钥 / From now on the key is good for nothing")
    public Uni<Void> revoke(@RestPath UUID id) {
        return keys.revoke(id, actor.get());
    }
}
