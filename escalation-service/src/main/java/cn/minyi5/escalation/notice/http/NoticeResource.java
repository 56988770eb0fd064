package cn.minyi5.escalation.notice.http;

import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.escalation.notice.application.Notices;
import cn.minyi5.escalation.paging.Keyset;
import cn.minyi5.escalation.sight.Sight;
import cn.minyi5.web.CurrentActor;
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
    public Uni<Page<NoticeView>> list(
            @RestQuery @Nullable Integer year,
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return notices.list(year, department, Keyset.parse(after), limit, Sight.of(actor.get()))
                .map(listed -> page(listed, limit));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getNotice", summary = "一份督办通知单 / One supervision notice")
    public Uni<NoticeView> get(@RestPath UUID id) {
        return notices.find(id, Sight.of(actor.get()))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("notice.unknown"))
                .map(NoticeView::of);
    }

    private static Page<NoticeView> page(Notices.Listed listed, int limit) {
        var found = listed.notices();
        var last = found.size() < limit ? null : found.get(found.size() - 1);
        return new Page<>(
                found.stream().map(NoticeView::of).toList(),
                last == null ? null : new Keyset(last.issuedAt(), last.id().toString()).toString(),
                listed.total());
    }
}
