package cn.minyi5.notification.delivery.http;

import cn.minyi5.notification.delivery.InboxMessageView;
import cn.minyi5.notification.delivery.InboxMessages;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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

/** 收件箱. Everybody's own. */
@Path("/api/me/inbox")
@Authenticated
class InboxResource {

    private final InboxMessages messages;
    private final CurrentActor actor;

    InboxResource(InboxMessages messages, CurrentActor actor) {
        this.messages = messages;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listInbox", summary = "我的收件箱 / My messages, latest first")
    public Uni<Page<InboxMessageView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return messages.page(actor.get().username(), Cursor.parse(after), limit);
    }

    @POST
    @Path("{id}/read")
    @Operation(operationId = "readMessage", summary = "标为已读 / I have read it")
    public Uni<InboxMessageView> read(@RestPath UUID id) {
        return messages.read(actor.get().username(), id);
    }
}
