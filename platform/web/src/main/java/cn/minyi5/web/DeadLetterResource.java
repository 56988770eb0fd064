package cn.minyi5.web;

import cn.minyi5.access.Roles;
import cn.minyi5.messaging.DeadLetters;
import cn.minyi5.messaging.Redelivery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Dead letters of this service, for the administrators of the places that they are about. */
@Path("/api/dead-letters")
@RolesAllowed(Roles.ADMINISTRATOR)
public class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final Redelivery redelivery;
    private final CurrentActor actor;

    DeadLetterResource(DeadLetters deadLetters, Redelivery redelivery, CurrentActor actor) {
        this.deadLetters = deadLetters;
        this.redelivery = redelivery;
        this.actor = actor;
    }

    /** @param reason why it can never be handled, for whoever asks later */
    record DismissalInput(@NotBlank @Size(max = 200) String reason) {}

    @GET
    @Operation(operationId = "listDeadLetters", summary = "死信列表 / Events that could not be handled, oldest first")
    public Uni<Page<DeadLetters.Letter>> list(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return deadLetters
                .page(actor.get().division(), after, Page.oneMoreThan(limit))
                .map(letters -> Page.of(letters, limit, DeadLetters.Letter::id, null));
    }

    @POST
    @Path("{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "重放死信 / Hands the event to its consumer once more, after the earlier ones of its key")
    public Uni<Void> replay(@RestPath UUID id) {
        return redelivery.replay(actor.get().division(), id);
    }

    @POST
    @Path("{id}/dismissal")
    @Operation(
            operationId = "dismissDeadLetter",
            summary = "作废死信 / Gives the event up for good: it holds nothing back any more")
    public Uni<Void> dismiss(@RestPath UUID id, @NotNull @Valid DismissalInput input) {
        var by = actor.get();
        return deadLetters.dismiss(by.division(), id, input.reason(), by.username());
    }
}
