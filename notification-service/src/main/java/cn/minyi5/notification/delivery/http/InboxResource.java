package cn.minyi5.notification.delivery.http;

import cn.minyi5.notification.delivery.application.InboxMessage;
import cn.minyi5.notification.delivery.application.Inboxes;
import cn.minyi5.notification.delivery.application.ReadMessage;
import cn.minyi5.notification.paging.Pages;
import cn.minyi5.web.CurrentActor;
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

    private final Inboxes inboxes;
    private final ReadMessage readMessage;
    private final CurrentActor actor;

    InboxResource(Inboxes inboxes, ReadMessage readMessage, CurrentActor actor) {
        this.inboxes = inboxes;
        this.readMessage = readMessage;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listInbox", summary = "我的收件箱 / My messages, latest first")
    public Uni<Page<InboxMessageView>> list(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var username = actor.get().username();
        var from = Pages.after(after);
        return inboxes.count(username).flatMap(total -> inboxes.page(username, from, Pages.oneMoreThan(limit))
                .map(read -> Pages.of(read, limit, InboxMessage::id, InboxMessageView::of, total)));
    }

    @POST
    @Path("{id}/read")
    @Operation(operationId = "readMessage", summary = "标为已读 / I have read it")
    public Uni<InboxMessageView> read(@RestPath UUID id) {
        return readMessage.handle(actor.get().username(), id).map(InboxMessageView::of);
    }
}
