package cn.minyi5.routing.live.http;

import cn.minyi5.access.Roles;
import cn.minyi5.routing.live.LiveChanges;
import cn.minyi5.routing.workorder.ChangedOrder;
import cn.minyi5.web.CurrentActor;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** What changes, as it changes, for whoever looks on. */
@Path("/api")
@RolesAllowed({
    Roles.CLERK,
    Roles.DEPARTMENT_HEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.SECRETARY,
    Roles.TEAM_LEADER
})
class LiveResource {

    /** No stream is shorter: its first sign of life says that it is one. */
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final CurrentActor currentActor;
    private final LiveChanges changes;

    LiveResource(CurrentActor currentActor, LiveChanges changes) {
        this.currentActor = currentActor;
        this.changes = changes;
    }

    /** Ends with the token that it was opened with. @param seconds after which it ends at the latest; 0 only asks whether one may */
    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "followWorkOrders",
            summary = "实时变化 / Which of the work orders that one sees have changed, as server-sent events")
    public Multi<OutboundSseEvent> follow(
            @RestQuery @DefaultValue("3600") @Min(0) @Max(3600) int seconds, @Context Sse sse) {
        var heard = changes.seenBy(currentActor.get()).map(order -> event(order, sse));
        var alive = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(0L),
                        Multi.createFrom()
                                .ticks()
                                .every(changes.heartbeat())
                                .onOverflow()
                                .drop())
                .map(tick -> sse.newEventBuilder().comment("").build());
        return Multi.createBy().merging().streams(heard, alive).select().first(left(seconds));
    }

    private Duration left(int seconds) {
        var token = Duration.between(Instant.now(), currentActor.until());
        var asked = Duration.ofSeconds(seconds);
        var shorter = token.compareTo(asked) < 0 ? token : asked;
        return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
    }

    private static OutboundSseEvent event(ChangedOrder order, Sse sse) {
        return sse.newEventBuilder()
                .name("work-order")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(order.view())
                .build();
    }
}
