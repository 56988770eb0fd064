package cn.minyi5.web;

import cn.minyi5.access.AccessScope;
import cn.minyi5.access.Actor;
import cn.minyi5.access.Roles;
import cn.minyi5.contracts.language.Refusal;
import cn.minyi5.messaging.ChangeLog;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What people of the own jurisdiction changed in this service: for administrators and the county's supervision office. */
@Path("/api/change-log")
public class ChangeLogResource {

    private final ChangeLog log;
    private final CurrentActor actor;

    ChangeLogResource(ChangeLog log, CurrentActor actor) {
        this.log = log;
        this.actor = actor;
    }

    /**
     * Latest first. What concerns a complaint about officials (ZX02) only the supervision office finds.
     *
     * @param subject only what was done to this: an id or code as it stands in the path of the operation
     */
    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    @Operation(operationId = "listChanges", summary = "变更日志：谁、何时、从哪里、做了什么 / Who did what, when, from where")
    public Uni<Page<ChangeLog.Change>> list(
            @RestQuery @Nullable @Size(max = 200) String subject,
            @RestQuery @Nullable @Min(1) Long after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var reader = reader();
        var confidential = AccessScope.of(reader).confidential();
        return log.page(reader.division(), confidential, subject, after, Page.oneMoreThan(limit))
                .map(found -> Page.of(found, limit, ChangeLog.Change::id, null));
    }

    private Actor reader() {
        var reader = actor.get();
        if (!reader.is(Roles.ADMINISTRATOR) && !AccessScope.isCounty(reader)) {
            throw Refusal.forbidden("change-log.county-only");
        }
        return reader;
    }
}
