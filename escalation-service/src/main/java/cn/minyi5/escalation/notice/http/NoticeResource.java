package cn.minyi5.escalation.notice.http;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Roles;
import cn.minyi5.escalation.notice.Notices;
import cn.minyi5.escalation.notice.Notices.SupervisionNotice;
import cn.minyi5.web.CurrentActor;
import cn.minyi5.web.Cursor;
import cn.minyi5.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Supervision notices, oldest first. */
@Path("/api/notices")
@RolesAllowed({Roles.SUPERVISOR, Roles.DISPATCHER, Roles.DEPARTMENT_HEAD, Roles.CLERK})
class NoticeResource {

    private final Notices notices;
    private final CurrentActor actor;

    NoticeResource(Notices notices, CurrentActor actor) {
        this.notices = notices;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listNotices", summary = "督办通知单 / Supervision notices, oldest first")
    public Uni<Page<SupervisionNotice>> list(
            @RestQuery @Nullable Integer year,
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return notices.list(year, department, AccessScope.of(actor.get()), Cursor.parse(after), limit);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getNotice", summary = "一份督办通知单 / One supervision notice")
    public Uni<SupervisionNotice> get(@RestPath UUID id) {
        return notices.find(id, AccessScope.of(actor.get()));
    }
}
