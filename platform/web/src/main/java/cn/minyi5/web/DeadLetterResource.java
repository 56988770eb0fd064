package cn.minyi5.web;

import cn.minyi5.access.Roles;
import cn.minyi5.messaging.DeadLetters;
import cn.minyi5.messaging.Inbox;
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

/** Dead letters of this service, for the administrator. */
@Path("/api/dead-letters")
@RolesAllowed(Roles.ADMINISTRATOR)
public class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final Inbox inbox;

    DeadLetterResource(DeadLetters deadLetters, Inbox inbox) {
        this.deadLetters = deadLetters;
        this.inbox = inbox;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "死信列表 / Events that could not be handled, oldest first")
    public Uni<Page<DeadLetters.Letter>> list(
            @RestQuery @Nullable UUID after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return deadLetters
                .page(after, Page.oneMoreThan(limit))
                .map(letters -> Page.of(letters, limit, DeadLetters.Letter::id, null));
    }

    @POST
    @Path("{id}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "重放死信 / Hands the event to its consumer once more")
    public Uni<Void> replay(@RestPath UUID id) {
        return inbox.replay(id);
    }
}
